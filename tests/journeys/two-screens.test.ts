import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, noteField, reads, replyField, rowOf, startReply } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

async function mailOf(subject: string, from: string): Promise<string> {
  await shop().write({ subject, from, text: `Written by ${from}.` });
  return (await shop().conversation(subject)).id;
}

test('what one does shows on the other’s screen: who looks, a note, an assignment, a closing', async () => {
  const openJonas = await shop().invite('Jonas Weber', 'administrator');
  const olive = (await shop().open('/inbox/all')).page;
  const jonas = (await openJonas('/inbox/all')).page;
  const id = await mailOf('Two of us', 'Ben <ben@cust.test>');
  await rowOf(olive, 'Two of us').waitFor();
  await rowOf(jonas, 'Two of us').click();
  await rowOf(olive, 'Two of us').click();
  await olive.getByText('Jonas Weber is viewing').waitFor({ state: 'attached' });
  await jonas.getByText('Olive Owner is viewing').waitFor({ state: 'attached' });

  await jonas.keyboard.press('n');
  await noteField(jonas).fill('I know this one.');
  // the pencil: in the row, and above the field one writes in oneself
  await rowOf(olive, 'Two of us').getByText('Jonas Weber is writing').waitFor({ state: 'attached' });
  await olive.getByRole('status').filter({ hasText: 'Jonas Weber is writing' }).waitFor();
  await noteField(jonas).press('Control+Enter');
  await entryOf(olive, 'I know this one.').waitFor();
  await noteField(jonas).press('Escape');
  await jonas.keyboard.press('i');
  await olive.locator('header').getByText('Jonas Weber', { exact: true }).first().waitFor();
  await jonas.keyboard.press('e');
  await olive.getByRole('button', { name: /^Reopen/ }).waitFor();
  const { status } = await shop().ask<{ status: { category: string } }>('GET', `/api/conversations/${id}`);
  expect(status.category).toBe('closed');
});

test('a draft is there after the page is loaded anew, and on the other device of the same person', async () => {
  const id = await mailOf('A long answer', 'Cleo <cleo@cust.test>');
  const first = (await shop().open(`/inbox/all/${id}`)).page;
  await entryOf(first, /Written by/).waitFor();
  await startReply(first, 'Begun here');
  await first
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  await first.reload();
  await reads(replyField(first), 'Begun here');

  const second = (await shop().open(`/inbox/all/${id}`)).page;
  await reads(replyField(second), 'Begun here');
  await replyField(second).fill('Begun here, ended there');
  await second
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  await first.reload();
  await reads(replyField(first), 'Begun here, ended there');
});

test('a colleague’s draft can be read before one writes the same, and taken over', async () => {
  const openJonas = await shop().invite('Jonas Draft', 'administrator');
  await mailOf('An earlier matter', 'Hilda <hilda@cust.test>');
  const id = await mailOf('Whose draft', 'Hilda <hilda@cust.test>');
  const jonas = (await openJonas(`/inbox/all/${id}`)).page;
  await entryOf(jonas, /Written by/).waitFor();
  await startReply(jonas, 'Begun by Jonas');
  await jonas
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  const olive = (await shop().open(`/inbox/all/${id}`)).page;
  const theirs = olive.getByRole('listitem').filter({ hasText: 'Jonas Draft has a draft' });
  await theirs.getByRole('button', { name: 'Read' }).click();
  await theirs.getByText('Begun by Jonas').waitFor();
  await axeClean(olive, 'a colleague’s draft');
  await theirs.getByRole('button', { name: 'Take over' }).click();
  await reads(replyField(olive), 'Begun by Jonas');
  await theirs.waitFor({ state: 'detached' });
  const { drafts } = await shop().ask<{ drafts: { text: string }[] }>('GET', `/api/conversations/${id}/drafts`);
  expect(drafts.map(({ text }) => text)).toEqual(['Begun by Jonas']);

  // the panel: its width by keys, the order of its sections by buttons, both kept
  const edge = olive.getByRole('separator', { name: 'Width of the customer panel' });
  await edge.focus();
  await olive.keyboard.press('End');
  expect(await edge.getAttribute('aria-valuenow')).toBe('420');
  const titles = () => olive.getByRole('complementary').getByRole('heading', { level: 3 }).allTextContents();
  await olive.getByRole('heading', { name: 'Fold Earlier' }).waitFor();
  const before = await titles();
  await olive.getByRole('button', { name: 'Move Details up' }).click();
  const after = await titles();
  expect(after).not.toEqual(before);
  await olive.reload();
  await olive.getByRole('heading', { name: 'Fold Earlier' }).waitFor();
  expect(await titles()).toEqual(after);
  expect(await edge.getAttribute('aria-valuenow')).toBe('420');
});

test('a draft written without a connection is with the server when it is back, though nothing was loaded or pressed', async () => {
  const id = await mailOf('Under the mountain', 'Gregor <gregor@cust.test>');
  const { page, context, allow } = await shop().open(`/inbox/all/${id}`);
  allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection|dynamically imported module/);
  await entryOf(page, /Written by/).waitFor();
  await context.setOffline(true);
  await startReply(page, 'Written in the tunnel');
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved here$/ })
    .waitFor();
  await context.setOffline(false);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  const { drafts } = await shop().ask<{ drafts: { text: string }[] }>('GET', `/api/conversations/${id}/drafts`);
  expect(drafts.map(({ text }) => text)).toEqual(['Written in the tunnel']);
});

test('drafts of two conversations, and of reply and note, never show up in each other’s field', async () => {
  const one = await mailOf('Draft one', 'Dora <dora@cust.test>');
  await mailOf('Draft two', 'Emil <emil@cust.test>');
  const { page } = await shop().open(`/inbox/all/${one}`);
  await entryOf(page, /Written by/).waitFor();
  await startReply(page, 'For Dora');
  await page.keyboard.press('Control+Shift+.');
  await reads(noteField(page), '');
  await page.keyboard.type('Only for us');
  await rowOf(page, 'Draft two').click();
  await reads(replyField(page), '');
  await startReply(page, 'For Emil');
  await rowOf(page, 'Draft one').click();
  await reads(noteField(page), 'Only for us');
  await page.getByRole('radiogroup', { name: 'Reply or note' }).getByRole('radio').first().click();
  await reads(replyField(page), 'For Dora');
});

test('without a connection all stays readable, the draft is kept here, and what is sent goes out when it is back', async () => {
  const id = await mailOf('In the train', 'Finn <finn@cust.test>');
  const { page, context, allow } = await shop().open(`/inbox/all/${id}`);
  allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection|dynamically imported module/);
  await entryOf(page, /Written by/).waitFor();
  await context.setOffline(true);
  await page
    .getByRole('status')
    .filter({ hasText: /^Offline/ })
    .waitFor();
  await axeClean(page, 'offline');
  await startReply(page, 'From a tunnel');
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved here$/ })
    .waitFor();
  await page.keyboard.press('Control+Enter');
  await entryOf(page, 'From a tunnel').getByText('Sending').waitFor();
  expect(program().mailHost.mailsTo('finn@cust.test')).toEqual([]);

  await context.setOffline(false);
  await page
    .getByRole('status')
    .filter({ hasText: /^Offline/ })
    .waitFor({ state: 'detached' });
  await until('the answer arrives', () => program().mailHost.mailsTo('finn@cust.test').length > 0, 30_000);
  expect(program().mailHost.mailsTo('finn@cust.test')).toHaveLength(1);
  await reads(replyField(page), '');
});
