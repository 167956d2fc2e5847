import type { Route } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, reads, replyField, startReply } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** A screen whose reply was stopped, since something came while it was on its way. */
async function stoppedReply(subject: string, from: string) {
  const first = await shop().write({ from, subject, text: 'My tent has a hole.' });
  const { id } = await shop().conversation(subject);
  const screen = await shop().open(`/inbox/all/${id}`);
  const { page } = screen;
  await entryOf(page, 'My tent has a hole.').waitFor();
  await startReply(page, 'Please send a picture of the hole.');
  let atDoor: Route | undefined;
  await page.route('**/api/conversations/*/messages', (route) => void (atDoor = route), { times: 1 });
  await page.keyboard.press('Control+Enter');
  await until('the answer stands at the door', () => atDoor !== undefined);
  // the news reaches the server before the answer does
  await shop().write({ from, subject: `Re: ${subject}`, text: 'Forget it, I found the patch.', inReplyTo: first });
  await atDoor?.continue();
  await page.getByText('Something new came before your answer.').waitFor();
  await entryOf(page, 'Forget it, I found the patch.').waitFor();
  return screen;
}

test('a customer writes while the agent sends: what came is shown in place, and “Send anyway” sends', async () => {
  const { page } = await stoppedReply('A hole, sent anyway', 'anyway@cust.test');
  const { mailHost } = program();
  expect(mailHost.mailsTo('anyway@cust.test')).toEqual([]);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await entryOf(page, 'Please send a picture of the hole.').waitFor();
  expect(await page.getByText('Something new came before your answer.').count()).toBe(0);
  await until('it arrives', () => mailHost.mailsTo('anyway@cust.test').length > 0, 25_000);
  expect(mailHost.mailsTo('anyway@cust.test')).toHaveLength(1);
});

test('the agent edits instead: the words are back in the field, and nothing has left', async () => {
  const { page } = await stoppedReply('A hole, edited', 'edited@cust.test');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await reads(replyField(page), 'Please send a picture of the hole.');
  expect(await entryOf(page, 'Please send a picture of the hole.').count()).toBe(0);
  expect(program().mailHost.mailsTo('edited@cust.test')).toEqual([]);
});

test('the agent discards it: the field is empty, nothing has left, and undo brings the words back', async () => {
  const { page } = await stoppedReply('A hole, discarded', 'discarded@cust.test');
  await page.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
  await reads(replyField(page), '');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await reads(replyField(page), 'Please send a picture of the hole.');
  expect(program().mailHost.mailsTo('discarded@cust.test')).toEqual([]);
});

test('a stopped reply is not lost when the page is loaded anew', async () => {
  const { page } = await stoppedReply('A hole, reloaded', 'reloaded@cust.test');
  await page.reload();
  await entryOf(page, 'Forget it, I found the patch.').waitFor();
  await reads(replyField(page), 'Please send a picture of the hole.');
});
