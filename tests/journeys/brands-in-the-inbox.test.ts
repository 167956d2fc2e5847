import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { entryOf, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('who serves two brands sees in row, header and composer for which one they answer; with one there is no such word', async () => {
  await shop().write({ subject: 'For the first', text: 'Hello first.' });
  const first = await shop().conversation('For the first');
  const { page } = await shop().open(`/inbox/all/${first.id}`);
  await entryOf(page, 'Hello first.').waitFor();
  await page.getByRole('radio', { name: 'E-mail' }).waitFor();
  expect(await page.getByText('Fernhill', { exact: true }).count()).toBe(0);

  const second = await shop().ask<{ id: string }>('POST', '/api/brands', { name: 'Lumo Energy' });
  await shop().ask('POST', '/api/lines', {
    brandId: second.id,
    channel: 'email',
    name: 'Lumo help',
    address: 'help@lumo.test',
    settings: { door: true, smtp: { host: '127.0.0.1', port: program().mailHost.port, secure: false } },
  });
  await shop().write({ subject: 'For the second', text: 'Hello second.', to: 'help@lumo.test' });
  await page.goto(`/inbox/all/${(await shop().conversation('For the second')).id}`);
  await entryOf(page, 'Hello second.').waitFor();
  await rowOf(page, 'For the second').getByText('Lumo Energy').waitFor();
  await rowOf(page, 'For the first').getByText('Fernhill').waitFor();
  await page.getByRole('radio', { name: 'As Lumo Energy' }).waitFor();
  await page.locator('[data-pane="thread"] header').getByText('Lumo Energy').waitFor();
  await axeClean(page, 'two brands');
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axeClean(page, 'two brands on a phone, dark');
});
