import { beforeEach, expect, test } from 'vitest';
import { axeClean, axeFaults, browserMissing, useBrowser } from '../support/browser.ts';
import { entryOf } from '../journeys/inbox.ts';
import { useProgram, useShop } from '../journeys/started-program.ts';
import { ways } from './ways.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('merging, macros, and what stands beside a conversation hold in dark, from right to left and on a phone', async () => {
  const from = 'Maya Lindqvist <maya@cust.test>';
  await shop().write({ from, subject: 'Tent pole', text: 'The pole broke.' });
  await shop().conversation('Tent pole');
  await shop().write({ from, subject: 'Broken pole again', text: 'Did you get my mail?' });
  const { id } = await shop().conversation('Broken pole again');
  await shop().ask('POST', `/api/conversations/${id}/tasks`, {
    id: crypto.randomUUID(),
    title: 'Call Nordpost',
    dueAt: '2026-01-01T09:00:00Z',
  });
  await shop().ask('PUT', `/api/conversations/${id}/confidence`, {});
  await shop().ask('POST', '/api/macros', {
    id: crypto.randomUUID(),
    name: 'Exchange',
    text: 'Hello {order}',
    actions: [{ do: 'close' }],
    visibility: 'all',
  });
  for (const [name, { look, options }] of Object.entries(ways)) {
    const { page } = await shop().open('/inbox/all', options);
    await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
    await page.goto(name === 'phone' ? `/inbox/all/${id}/customer` : `/inbox/all/${id}`);
    await page.getByText('Call Nordpost').waitFor();
    expect(await axeFaults(page), `panels, ${name}`).toEqual([]);
    await page.goto(`/inbox/all/${id}`);
    await entryOf(page, 'Did you get my mail?').waitFor();
    await page.getByText('Confidential: only').waitFor();
    await page.keyboard.press('m');
    await page.getByRole('radio', { name: /Tent pole/ }).click();
    await page.getByRole('region', { name: 'What will happen' }).getByText('The pole broke.').waitFor();
    await axeClean(page, `merge, ${name}`);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: /^Your reply to/ }).fill('/');
    await page.getByText('Not known here').waitFor();
    await axeClean(page, `macros, ${name}`);
    for (const where of ['macros', 'words']) {
      await page.goto(`/settings/${where}`);
      await page.getByRole('heading', { level: 1 }).last().waitFor();
      await axeClean(page, `${where}, ${name}`);
    }
    await page.close();
  }
});
