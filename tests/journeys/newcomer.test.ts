import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, reads, replyField, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test.each([
  ['from left to right', {}],
  ['from right to left, in the dark', { direction: 'rtl', theme: 'dark' }],
] as const)('a newcomer who has read nothing answers and closes by what is to be seen, %s', async (how, look) => {
  const subject = `First day ${how.length}`;
  const customer = `first-${how.length}@cust.test`;
  await shop().write({ subject, from: `Ines <${customer}>`, text: 'שלום, where is order (FH-2041)?' });
  const open = await shop().invite(`Newcomer ${how.length}`, 'administrator');
  const { page, context } = await open('/inbox/my-work');
  await context.addInitScript((one) => localStorage.setItem('rapport.look', one), JSON.stringify(look));
  await page.reload();
  // nothing of their own yet: the list says what will happen, and everybody's work is one press away
  await page.getByText('What comes next will appear at once.').waitFor();
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^Unassigned/ })
    .first()
    .click();
  await rowOf(page, subject).click();
  await entryOf(page, 'FH-2041').waitFor();
  await axeClean(page, how);

  await replyField(page).click();
  await page.keyboard.type('It left today.');
  await page.getByRole('button', { name: /^Send/ }).first().click();
  await entryOf(page, 'It left today.').waitFor();
  // a second thought: the way back stands beside what was done
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await reads(replyField(page), 'It left today.');
  await page.getByRole('button', { name: /^Send/ }).first().click();
  await until('it arrives', () => program().mailHost.mailsTo(customer).length > 0, 30_000);
  expect(program().mailHost.mailsTo(customer)).toHaveLength(1);

  // the keys teach themselves: the search finds the sheet by its words
  await page.getByRole('button', { name: /^Search and commands/ }).click();
  await page.getByRole('combobox', { name: 'Commands' }).fill('keyboard');
  await page.getByRole('option', { name: /Keyboard shortcuts/ }).click();
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await axeClean(page, `the sheet, ${how}`);
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Close/ })
    .filter({ hasText: 'Close' })
    .first()
    .click();
  await page
    .getByRole('status')
    .filter({ hasText: `Closed: ${subject}` })
    .waitFor();
});
