import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, noteField, reads, replyField, rowOf, startReply } from './inbox.ts';
import * as deeds from './morning-deeds.ts';
import { addressOf, join, makeMacro, type OpenScreen, write } from './morning-shop.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
/** A morning is long, and the machine of a test run is busy. */
const morningLimitMs = 300_000;

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Who writes of a matter each, and who is hit by the same storm; beside them Maya, Nils and others. */
const plain = ['Aino', 'Bram', 'Cem', 'Dina', 'Elif', 'Femi', 'Gita'] as const;
const storm = ['Hugo', 'Ida', 'Jun', 'Kofi'] as const;
const stormAt = storm.map((name) => `Storm at ${name}’s`);

/** Twenty matters of one morning: Maya writes twice, Nils sends a second mail after his first. */
async function writeTheMorning(): Promise<void> {
  for (const name of plain) await write(shop(), name, `Order of ${name}`, `Where is the order of ${name}?`);
  for (const [at, name] of storm.entries()) await write(shop(), name, stormAt[at] ?? '', 'The storm tore it.');
  await write(shop(), 'Maya', 'Tent pole', 'The pole broke.');
  await write(shop(), 'Maya', 'Pole again', 'Did you get my mail?');
  const first = await write(shop(), 'Nils', 'Invoice 12', 'The sum is wrong.');
  await write(shop(), 'Nils', 'Re: Invoice 12', 'A new matter: my address is Fjordgata 3.', first);
  await write(shop(), 'Olga', 'A kind word', 'Thank you for the stove!');
  await write(shop(), 'Pia', 'Zip of the quokka bag', 'The zip of my quokka bag jams.');
  await write(shop(), 'Quim', 'Deliver in May', 'Please wait until May.');
  await write(shop(), 'Rosa', 'Price list', 'May I have it tomorrow?');
  await write(shop(), 'Sven', 'Long question', 'How do I oil the wood?');
  await write(shop(), 'Tomas', 'Two of us', 'Who answers me?');
}

test(
  'on a phone by the thumb: read, answer, ask, put away, close and take it back, search',
  async () => {
    await write(shop(), 'Enzo', 'Enzo’s kettle', 'It whistles in the wrong key.');
    await write(shop(), 'Fay', 'Fay’s mat', 'It is too thin.');
    await write(shop(), 'Gus', 'Gus in July', 'Please wait.');
    const open = await join(shop(), 'Hana Sato');
    const { page } = await open('/inbox/my-work', { viewport: phone, hasTouch: true, isMobile: true });
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('link', { name: /^Unassigned/ }).tap();
    await rowOf(page, 'Enzo’s kettle').tap();
    await entryOf(page, 'It whistles in the wrong key.').waitFor();
    await axeClean(page, 'a conversation on a phone');
    await replyField(page).tap();
    await page.keyboard.type('Please send us a recording.');
    await page.getByRole('button', { name: /^Send/ }).first().tap();
    await entryOf(page, 'Please send us a recording.').waitFor();
    await page.getByRole('radiogroup', { name: 'Reply or note' }).getByRole('radio').last().tap();
    await noteField(page).tap();
    await page.keyboard.type('Who plays the flute? @oli');
    await page.getByRole('option', { name: /Olive Owner/ }).tap();
    await axeClean(page, 'a note on a phone');
    await page
      .getByRole('button', { name: /^Add note/ })
      .first()
      .tap();
    await entryOf(page, 'Who plays the flute?').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).tap();

    await rowOf(page, 'Gus in July').tap();
    await page.getByRole('feed').waitFor();
    await page.getByRole('button', { name: 'More' }).first().tap();
    await page.getByRole('menuitem', { name: 'Snooze' }).tap();
    await page
      .getByRole('dialog', { name: 'Snooze' })
      .getByRole('option', { name: /When they reply/ })
      .tap();
    await deeds.said(page, 'Snoozed until they reply');

    await page.goto('/inbox/unassigned');
    await rowOf(page, 'Fay’s mat').tap();
    await page.getByRole('button', { name: 'More' }).first().tap();
    await page.getByRole('menuitem', { name: /^Close/ }).tap();
    await deeds.said(page, 'Closed: Fay’s mat');
    await page.getByRole('button', { name: /^Undo/ }).first().tap();
    await entryOf(page, 'It is too thin.').waitFor();

    await page.goto('/search?q=whistels');
    await page.getByRole('link', { name: /Enzo: Enzo’s kettle/ }).tap();
    await entryOf(page, 'Please send us a recording.').waitFor();
    await until('Enzo has it', () => program().mailHost.mailsTo(addressOf('Enzo')).length > 0, 60_000);
    expect(program().mailHost.mailsTo(addressOf('Enzo'))).toHaveLength(1);
  },
  morningLimitMs,
);

test(
  'an agent’s morning by the keyboard alone: twenty conversations, nothing left and nothing lost',
  async () => {
    await writeTheMorning();
    await makeMacro(shop(), 'Thanks');
    const openAmara = await join(shop(), 'Amara Obi');
    const openBea = await join(shop(), 'Bea Lund');
    const { page } = await openAmara('/inbox/my-work');
    await page.getByText('What comes next will appear at once.').waitFor();
    await deeds.goToList(page, 'unass', /\/inbox\/unassigned/);
    await rowOf(page, 'Order of Aino').waitFor();
    await axeClean(page, 'the morning begins');

    for (const name of plain) await deeds.answerAndClose(page, `Order of ${name}`, `It left today, ${name}.`);
    await deeds.answerByMacro(page, 'A kind word', 'Thanks', 'Hello Olga, thank you for writing.');
    await deeds.askColleague(page, 'Zip of the quokka bag', 'Do you know this zip?', 'Bea Lund');
    await deeds.mergeAndUndo(page, 'Pole again', 'Tent pole');
    await deeds.splitNewest(page, 'Invoice 12', 'Fjordgata 3', 'New address');
    await deeds.snooze(page, 'Deliver in May', 'in 30 days');
    await deeds.sendLater(page, 'Price list', 'Here it is.');
    await draftGoesAlong(page, openAmara);
    await twoAtOnce(page, openBea);
    await deeds.closeTogether(page, stormAt);
    await deeds.search(page, 'quoka', /Pia: Zip of the quokka bag/, 'The zip of my quokka bag jams.');
    await deeds.search(page, 'from:nils is:open', /Nils: /, 'Fjordgata 3');
    await deeds.searchAtOnce(page, 'quokka', 'The zip of my quokka bag jams.');
    await seenByTheColleague(openBea);
    await nothingIsLost();
  },
  morningLimitMs,
);

/** A long answer begun here is ended on another device, and sent from there. */
async function draftGoesAlong(page: Page, open: OpenScreen): Promise<void> {
  await deeds.openRow(page, 'Long question');
  await startReply(page, 'First you sand it,');
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  const other = (await open(new URL(page.url()).pathname, { viewport: phone, hasTouch: true, isMobile: true })).page;
  await reads(replyField(other), 'First you sand it,');
  await replyField(other).tap();
  await other.keyboard.press('End');
  await other.keyboard.type(' then you oil it.');
  await other.getByRole('button', { name: /^Send/ }).first().tap();
  await entryOf(page, 'First you sand it, then you oil it.').waitFor();
  await reads(replyField(page), '');
  await other.context().close();
  await deeds.toTheList(page);
}

/** Both look, both write: the later one is stopped, sees what came, and need not send a second answer. */
async function twoAtOnce(page: Page, open: OpenScreen): Promise<void> {
  await deeds.openRow(page, 'Two of us');
  const bea = (await open(new URL(page.url()).pathname)).page;
  await page.getByText('Bea Lund is viewing').waitFor({ state: 'attached' });
  await startReply(page, 'I answer you.');
  await bea.getByRole('status').filter({ hasText: 'Amara Obi is writing' }).waitFor();
  await startReply(bea, 'I do.');
  // the news of Bea’s answer is kept from Amara’s screen for as long as a slow line would
  let atDoor: (() => Promise<void>) | undefined;
  await page.route('**/api/conversations/*/messages', (route) => void (atDoor = () => route.continue()), { times: 1 });
  await page.keyboard.press('Control+Enter');
  await until('Amara’s answer is on its way', () => atDoor !== undefined);
  await bea.keyboard.press('Control+Enter');
  await entryOf(bea, 'I do.').getByText('Undo').waitFor();
  await atDoor?.();
  await page.getByText('Something new came before your answer.').waitFor();
  await entryOf(page, 'I do.').waitFor();
  await axeClean(page, 'the send guard');
  await page.getByRole('button', { name: 'Edit', exact: true }).focus();
  await page.keyboard.press('Enter');
  await reads(replyField(page), 'I answer you.');
  await replyField(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await bea.context().close();
  await deeds.toTheList(page);
}

/** Who was asked in a note finds it where their own things are. */
async function seenByTheColleague(open: OpenScreen): Promise<void> {
  const { page } = await open('/inbox/mentions');
  await deeds.openRow(page, 'Zip of the quokka bag');
  await entryOf(page, 'Do you know this zip?').waitFor();
}

/** Each customer has one answer or none, as it was meant; and each conversation stands as it was left. */
async function nothingIsLost(): Promise<void> {
  const { mailHost } = program();
  const answered = [...plain, 'Olga', 'Sven', 'Tomas'];
  for (const name of answered)
    await until(`${name} has an answer`, () => mailHost.mailsTo(addressOf(name)).length > 0, 60_000);
  for (const name of answered) expect(mailHost.mailsTo(addressOf(name)), name).toHaveLength(1);
  for (const name of [...storm, 'Maya', 'Nils', 'Pia', 'Quim', 'Rosa'])
    expect(mailHost.mailsTo(addressOf(name)), name).toEqual([]);
  const { rows } = await shop().ask<{ rows: { subject: string; status: { category: string } }[] }>(
    'GET',
    '/api/conversations?box=all&order=newest&limit=50',
  );
  const open = rows.filter(({ status }) => status.category !== 'closed').map(({ subject }) => subject);
  for (const subject of ['Tent pole', 'Pole again', 'Invoice 12', 'New address', 'Zip of the quokka bag', 'Price list'])
    expect(open).toContain(subject);
  for (const name of [...plain.map((one) => `Order of ${one}`), ...stormAt]) expect(open).not.toContain(name);
}
