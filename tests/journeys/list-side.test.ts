import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { openByKeys, rowOf, startReply } from './inbox.ts';
import { pressFor } from './morning-deeds.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('an agent finds where a colleague asked for them, and their own drafts, and each queue says how it stands', async () => {
  await shop().write({ from: 'Ana <ana@cust.test>', subject: 'Broken zip', text: 'Hello.' });
  const { id } = await shop().conversation('Broken zip');
  const { rows } = await shop().ask<{ rows: { id: string }[] }>('GET', '/api/teammates');
  await shop().ask('POST', `/api/conversations/${id}/notes`, {
    id: crypto.randomUUID(),
    text: 'Do you know this zip?',
    mentions: [rows[0]?.id],
  });
  const { page } = await shop().open('/inbox/my-work');
  const views = page.getByRole('navigation', { name: 'Views' });
  // its number is left out where counting takes too long, as it may on a busy machine
  await views.getByRole('link', { name: /Mentions/ }).press('Enter');
  await openByKeys(page, 'Broken zip');
  await startReply(page, 'Not yet');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await views.getByRole('link', { name: /Drafts/ }).press('Enter');
  await rowOf(page, 'Broken zip').waitFor();
  await views.getByRole('img', { name: 'on time' }).first().waitFor();
  await axeClean(page, 'drafts');
});

test('S puts away until a typed time or until they reply, and the answer brings it back', async () => {
  const from = 'Ben <ben@cust.test>';
  const mailId = await shop().write({ from, subject: 'Gas canister', text: 'Which one?' });
  const { id } = await shop().conversation('Gas canister');
  await shop().ask('PUT', `/api/conversations/${id}/assignee`, { assigneeId: null });
  const { page } = await shop().open(`/inbox/unassigned/${id}`);
  const picker = page.getByRole('dialog', { name: 'Snooze' });
  await rowOf(page, 'Gas canister').waitFor();
  await pressFor(page, 's', picker);
  await picker.getByRole('option', { name: /When they reply/ }).waitFor();
  await axeClean(page, 'snooze');
  await page.keyboard.type('in 3 days');
  await picker.getByRole('option', { name: /^Until / }).waitFor();
  await page.keyboard.press('Enter');
  await rowOf(page, 'Gas canister').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await rowOf(page, 'Gas canister').waitFor();
  await until('it is open again', () => Promise.resolve(page.url().endsWith(id)));
  await pressFor(page, 's', picker);
  await page.keyboard.type('when they');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Snoozed until they reply' }).waitFor();
  await rowOf(page, 'Gas canister').waitFor({ state: 'detached' });
  await page.mouse.move(1200, 5);
  await shop().write({ from, subject: 'Re: Gas canister', text: 'The small one.', inReplyTo: mailId });
  await rowOf(page, 'Gas canister').waitFor();

  const small = await shop().open(`/inbox/unassigned/${id}`, { viewport: phone });
  await small.page.getByRole('button', { name: 'More' }).first().click();
  await small.page.getByRole('menuitem', { name: 'Snooze' }).click();
  await small.page
    .getByRole('dialog', { name: 'Snooze' })
    .getByRole('option', { name: /On a date/ })
    .click();
  await small.page.getByLabel('Date and time').waitFor();
  await axeClean(small.page, 'a date on a phone');
});
