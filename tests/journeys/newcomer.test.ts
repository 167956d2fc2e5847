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
  await page.getByRole('link', { name: 'See who waits' }).click();
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
  // it was the last of its list: the focus is on what the list says now, not on the page's body
  await page.getByText('until somebody takes it').waitFor();
  expect(await page.evaluate<boolean>(`document.activeElement.closest('[data-pane="list"]') !== null`)).toBe(true);
});

test('each empty list says what comes there, and where no line is open what is missing for anything to come', async () => {
  const open = await shop().invite('Early Bird', 'agent');
  const { page } = await open('/inbox/snoozed');
  for (const [list, says] of [
    ['snoozed', 'Put a conversation away with S'],
    ['mentions', 'writes @ and your name'],
    ['drafts', 'What you begin and do not send'],
    ['unassigned', 'until somebody takes it'],
  ] as const) {
    await page.goto(`/inbox/${list}`);
    await page.getByText(says).waitFor();
  }
  await axeClean(page, 'an empty list');

  const { rows } = await shop().ask<{ rows: { id: string }[] }>('GET', '/api/lines');
  for (const { id } of rows) await shop().ask('PUT', `/api/lines/${id}/closure`, {});
  await page.goto('/inbox/my-work');
  await page.getByText('An administrator opens one in Settings, Channels.').waitFor();
  expect(await page.getByRole('link', { name: 'Open a line' }).count()).toBe(0);
  const owners = await shop().open('/inbox/my-work');
  await owners.page.getByRole('link', { name: 'Open a line' }).waitFor();
});
