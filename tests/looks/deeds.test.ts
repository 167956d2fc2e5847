import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
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

test('links, what leaves later and what is asked before closing hold in dark, from right to left and on a phone', async () => {
  await shop().write({ from: 'Ada <ada@cust.test>', subject: 'Checkout is down', text: 'I cannot pay.' });
  const { id, version, customer } = await shop().conversation('Checkout is down');
  for (const [name, relation] of [
    ['Bo', 'has-part'],
    ['Cy', 'causes'],
  ] as const) {
    await shop().write({ from: `${name} <${name}@cust.test>`, subject: `Card of ${name}`, text: 'Refused.' });
    const other = await shop().conversation(`Card of ${name}`);
    await shop().ask('PUT', `/api/conversations/${id}/links/${other.id}/${relation}`, {});
  }
  await shop().ask('PATCH', `/api/customers/${customer.id}`, { zone: 'Asia/Tokyo' });
  await shop().ask('POST', `/api/conversations/${id}/scheduled-replies`, {
    id: crypto.randomUUID(),
    text: 'It works again.',
    sendAt: new Date(Date.now() + 86_400_000).toISOString(),
    lastSeenVersion: version + 10,
  });
  for (const [name, { look, options }] of Object.entries(ways)) {
    const { page } = await shop().open('/inbox/all', options);
    await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
    if (name === 'phone') {
      await page.goto(`/inbox/all/${id}/customer`);
      await page.getByRole('link', { name: /Card of Bo$/ }).waitFor();
      await axeClean(page, `linked, ${name}`);
    }
    await page.goto(`/inbox/all/${id}`);
    await entryOf(page, 'I cannot pay.').waitFor();
    await page.getByRole('region', { name: 'Leaves later' }).getByText('It works again.').waitFor();
    await axeClean(page, `leaves later, ${name}`);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const change = page.getByRole('dialog', { name: 'Change what leaves later' });
    await change.waitFor();
    await axeClean(page, `change what leaves later, ${name}`);
    await page.keyboard.press('Escape');
    await change.waitFor({ state: 'detached' });
    for (const [key, title] of [
      ['b', /^Link #/],
      ['e', /has open parts$/],
    ] as const) {
      const dialog = page.getByRole('dialog', { name: title });
      await page.keyboard.press(key);
      await dialog.waitFor();
      await axeClean(page, `${title.source}, ${name}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.close();
  }
});
