import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('each desk lands where its role starts, and what its rail shows is there', async () => {
  const starts = {
    agent: /\/inbox\/my-work$/,
    specialist: /\/inbox\/my-work$/,
    'chat-agent': /\/inbox\/chats$/,
    senior: /\/inbox\/escalations$/,
    'team-leader': /\/live$/,
    administrator: /\/settings(\/|$)/,
  } as const;
  for (const [desk, start] of Object.entries(starts)) {
    const open = await shop().invite(`New ${desk}`, desk);
    const { page } = await open('/');
    await page.waitForURL(start);
    const rail = page.getByRole('navigation', { name: 'Areas' });
    await rail.waitFor();
    for (const link of await rail.getByRole('link').all()) {
      await link.click();
      await until('something of the area stands there', async () => (await page.locator('#content h1').count()) > 0);
      expect(await page.getByText('There is nothing at this address').count(), `${desk}: ${page.url()}`).toBe(0);
    }
    await page.context().close();
  }
});

test('Live says who is here, what waits longest, and what needs somebody now, for a leader and on a phone', async () => {
  await shop().write({ subject: 'Where is my tent', from: 'Lia <lia@cust.test>', text: 'It is late.' });
  await shop().ask('PUT', '/api/presence/me', { state: 'available' });
  const { page } = await shop().open('/live');
  await page.getByRole('heading', { name: 'Live', level: 1 }).waitFor();
  const team = page.getByRole('region', { name: 'Team' });
  await team.getByText('Olive Owner').waitFor();
  await team.getByText('Available').first().waitFor();
  // what somebody does is told at once
  await shop().ask('PUT', '/api/presence/me', { state: 'break' });
  await team.getByText('On a break').first().waitFor();
  const queues = page.getByRole('region', { name: 'Queues' });
  await queues.getByRole('link').first().waitFor();
  await axeClean(page, 'live');
  await page.setViewportSize(phone);
  await axeClean(page, 'live on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => localStorage.setItem('rapport.look', JSON.stringify({ theme: 'dark', direction: 'rtl' })));
  await page.reload();
  await team.getByText('Olive Owner').waitFor();
  await axeClean(page, 'live, dark and from right to left');
  await queues.getByRole('link').first().click();
  await page.waitForURL(/\/inbox\/queue-/);
});
