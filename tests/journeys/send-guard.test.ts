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
  const screen = await shop().open('/inbox/all');
  const { page } = screen;
  let atDoor: Route | undefined;
  // the door is kept before the page is there: a browser at its limits let an answer pass by one that was shut late
  await page.route('**/api/conversations/*/messages', (route) => void (atDoor = route), { times: 1 });
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'My tent has a hole.').waitFor();
  await startReply(page, 'Please send a picture of the hole.');
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

/** A screen on which sending was asked for while the server had named no way yet; `open` lets it come. */
async function pressedEarly(who: string) {
  const [from, subject] = [`${who}@cust.test`, `A hole, ${who}`];
  await shop().write({ from, subject, text: 'My tent has a hole.' });
  const { id } = await shop().conversation(subject);
  const { page } = await shop().open('/inbox/all');
  const view = `**/api/conversations/${id}`;
  // the first answer of the server knows no way; what is asked after it waits at the door
  const late: Route[] = [];
  let asked = 0;
  await page.route(view, async (route) => {
    asked += 1;
    if (asked > 1) return void late.push(route);
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), replyLines: [] } });
  });
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'My tent has a hole.').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Please send a picture.');
  await page.keyboard.press('Control+Enter');
  return {
    page,
    sent: () => program().mailHost.mailsTo(from),
    open: async (): Promise<void> => {
      await page.unroute(view);
      for (const route of late) await route.continue();
      await shop().ask('PUT', `/api/conversations/${id}/priority`, { priority: 3 });
    },
  };
}

test('sending that is asked for before the way is there is heard once, when it is', async () => {
  const { page, sent, open } = await pressedEarly('early');
  expect(await entryOf(page, 'Please send a picture.').count()).toBe(0);
  await open();
  await entryOf(page, 'Please send a picture.').waitFor();
  await until('it arrives', () => sent().length > 0, 25_000);
  expect(sent()).toHaveLength(1);
  await reads(replyField(page), '');
});

test('other words than those on the screen at the key press never leave by it, and that is said', async () => {
  const { page, sent, open } = await pressedEarly('changed');
  await page.keyboard.type(' And more.');
  await page.getByText('Not sent: there was no line yet.').waitFor();
  await open();
  await until('the way is there', () => page.getByRole('button', { name: 'Send', exact: false }).first().isEnabled());
  await reads(replyField(page), 'Please send a picture. And more.');
  expect(await entryOf(page, 'Please send a picture.').count()).toBe(0);
  expect(sent()).toEqual([]);
});

test('a stopped reply is not lost when the page is loaded anew', async () => {
  const { page } = await stoppedReply('A hole, reloaded', 'reloaded@cust.test');
  await page.reload();
  await entryOf(page, 'Forget it, I found the patch.').waitFor();
  await reads(replyField(page), 'Please send a picture of the hole.');
});
