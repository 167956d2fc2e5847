import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { entryOf } from './inbox.ts';
import { pressFor, said } from './morning-deeds.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('by the keyboard a fix is suggested, counted from a second conversation, taken and finished', async () => {
  await shop().write({ from: 'Uma <uma@cust.test>', subject: 'Which size', text: 'The table says 42.' });
  await shop().write({ from: 'Udo <udo@cust.test>', subject: 'Shoes too small', text: 'I took 42.' });
  const [first, second] = [await shop().conversation('Which size'), await shop().conversation('Shoes too small')];
  const { page } = await shop().open(`/inbox/all/${first.id}`);
  await entryOf(page, 'The table says 42.').waitFor();
  const dialog = page.getByRole('dialog', { name: /^Suggest a fix/ });
  await pressFor(page, 'Shift+F', dialog);
  await page.keyboard.type('The size table is wrong');
  await axeClean(page, 'suggesting a fix');
  await page.keyboard.press('Enter');
  await said(page, 'Suggested.');
  await page.goto(`/inbox/all/${second.id}`);
  await entryOf(page, 'I took 42.').waitFor();
  await pressFor(page, 'Shift+F', dialog);
  await page.keyboard.type('size');
  await dialog.getByRole('button', { name: 'This too: The size table is wrong' }).press('Enter');
  await said(page, 'Counted');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.getByRole('heading', { name: 'Suggested fixes', level: 1 }).waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'The size table is wrong' });
  await row.getByText('2 conversations').waitFor();
  await axeClean(page, 'the list of fixes');
  await row.getByRole('button', { name: 'I see to it' }).press('Enter');
  await row.waitFor({ state: 'detached' });
  await page.getByLabel('Where it stands').selectOption('taken');
  await row.getByRole('button', { name: 'It is done' }).press('Enter');
  await page.getByLabel('What was done (optional)').fill('It says 43 now.');
  await page.getByRole('dialog').getByRole('button', { name: 'It is done' }).press('Enter');
  await row.waitFor({ state: 'detached' });

  const small = await shop().open('/improvements', { viewport: phone });
  await small.page.getByLabel('Where it stands').selectOption('done');
  await small.page.getByText('It says 43 now.').waitFor();
  await axeClean(small.page, 'the list of fixes on a phone');
});
