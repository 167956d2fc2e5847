import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { entryOf, openByKeys, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('an agent merges two mails of one customer by the keyboard, and takes them apart by Z', async () => {
  const from = 'Maya Lindqvist <maya@cust.test>';
  await shop().write({ from, subject: 'Tent pole', text: 'The pole broke.' });
  await shop().conversation('Tent pole');
  await shop().write({ from, subject: 'Broken pole again', text: 'Did you get my mail?' });
  const { id } = await shop().conversation('Broken pole again');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Broken pole again').waitFor();
  await openByKeys(page, 'Broken pole again');
  await entryOf(page, 'Did you get my mail?').waitFor();

  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: /^Merge #/ });
  await dialog.getByRole('radio', { name: /Tent pole/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await dialog.getByRole('region', { name: 'What will happen' }).getByText('The pole broke.').waitFor();
  await axeClean(page, 'merge');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'is merged into' }).waitFor();
  await entryOf(page, 'Did you get my mail?').waitFor();
  await entryOf(page, 'The pole broke.').waitFor();
  expect(new URL(page.url()).pathname.endsWith(id)).toBe(false);
  await rowOf(page, 'Broken pole again').waitFor({ state: 'detached' });

  await page.keyboard.press('z');
  await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
  await rowOf(page, 'Broken pole again').waitFor();
  await rowOf(page, 'Tent pole').waitFor();
});
