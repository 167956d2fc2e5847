import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { addNote } from '../add-note.ts';
import { assign } from '../assign.ts';
import { close } from '../close.ts';
import { setPriority, tag } from '../label.ts';
import { merge, undoMove } from '../move-items.ts';
import { personalData } from '../personal-data.ts';
import { reply } from '../reply.ts';
import { undoSend } from '../undo-send.ts';
import { search } from './search.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const minutes = (count: number): Date => new Date(monday.getTime() + count * 60_000);
const soon = (): Promise<number> => world().runJobs(new Date('2099-01-01'));

test('words, phrases, accents, other scripts and parts of codes are found, newest first', async () => {
  const { desk, found } = await aDesk();
  const tent = await desk.mail({
    at: monday,
    subject: 'Tent pole',
    text: 'The pole of our café tent broke on day two.',
  });
  const refund = await desk.mail({
    at: minutes(5),
    subject: 'Money back',
    text: 'Order FH-20418: I want a refund for the tents.',
  });
  const tokyo = await desk.mail({ at: minutes(9), subject: '返品', text: '東京都のテントを返品したいです。' });
  await soon();

  expect(await found('tent')).toEqual([refund.number, tent.number]);
  expect(await found('"tent pole"')).toEqual([tent.number]);
  expect(await found('"pole tent"')).toEqual([]);
  expect(await found('CAFE pole')).toEqual([tent.number]);
  expect(await found('tents -refund')).toEqual([tent.number]);
  expect(await found('café OR refund')).toEqual([refund.number, tent.number]);
  expect(await found('FH-20418')).toEqual([refund.number]);
  expect(await found('20418')).toEqual([refund.number]);
  expect(await found(`#${tent.number}`)).toEqual([tent.number]);
  expect(await found('テント')).toEqual([tokyo.number]);
  expect(await found('京都')).toEqual([tokyo.number]);
  expect(await found('subject:pole')).toEqual([tent.number]);
  expect(await found('subject:refund')).toEqual([]);
});

test('a typing mistake finds the word that was meant, and says which', async () => {
  const { desk, answer } = await aDesk();
  await desk.mail({ at: monday, subject: 'Refund', text: 'Please send the replacement quickly.' });
  await soon();
  const typo = await answer('replacment');
  expect(typo.rows.map(({ conversation }) => conversation.subject)).toEqual(['Refund']);
  expect(typo.near).toEqual(['replacement']);
  expect((await answer('xyzzyplugh')).rows).toEqual([]);
});

test.each(['quilt', 'replacement', 'überraschung'])('each single mistake in "%s" still finds it', async (word) => {
  const { desk, answer } = await aDesk();
  await desk.mail({ at: monday, subject: 'Refund', text: `About the ${word}.` });
  await soon();
  const unfound = [];
  for (const typo of mistakesIn(word)) if ((await answer(typo)).rows.length === 0) unfound.push(typo);
  expect(unfound).toEqual([]);
});

/** A letter left out, one too many, another one, and two swapped, at each place. */
function mistakesIn(word: string): readonly string[] {
  const places = [...word].map((_, at) => at);
  const cut = (from: number, to: number, put = ''): string => word.slice(0, from) + put + word.slice(to);
  return places.flatMap((at) => [
    cut(at, at + 1),
    cut(at, at, 'x'),
    cut(at, at + 1, 'x'),
    ...(at > 0 ? [cut(at - 1, at + 1, `${word[at]}${word[at - 1]}`)] : []),
  ]);
}

test('what was found is marked in the message that holds it', async () => {
  const { desk, answer } = await aDesk();
  await desk.mail({ at: monday, subject: 'Tent', text: `${'Long ago. '.repeat(40)}The  Pólé broke today.` });
  await soon();
  const [hit] = (await answer('pole tent')).rows;
  expect(hit?.subject).toEqual([{ text: 'Tent', found: true }]);
  expect(hit?.entry?.snippet.filter(({ found }) => found)).toEqual([{ text: 'Pólé', found: true }]);
  expect(hit?.entry?.snippet[0]?.text).toBe('… ');
});

test('the message shown is the one that holds the words, however long ago, by its file too, and never one taken back', async () => {
  const { desk, answer } = await aDesk();
  const { workspace } = desk;
  const { conversationId } = await desk.mail({ at: monday, subject: 'Tent', text: 'The quixotic pole broke.' });
  for (let count = 1; count < 8; count += 1)
    await desk.mail({ at: minutes(count), conversationId, text: `Still nothing, ${count}.` });
  await desk.mail({ at: minutes(9), conversationId, text: 'See here.', file: Buffer.from('x') });
  const entryId = newId();
  const text = 'We answer the quixotic one.';
  const said = {
    id: entryId,
    text,
    lastSeenVersion: 0,
    sendAnyway: true,
    undoWindowSeconds: 30,
    then: 'wait',
  } as const;
  await workspace.act(workspace.owner, (ctx) => reply(ctx, conversationId, said), minutes(10));
  await workspace.act(workspace.owner, (ctx) => undoSend(ctx, entryId), minutes(10));
  await soon();
  const entryOf = async (q: string) => (await answer(q)).rows[0]?.entry;
  expect(await entryOf('quixotic')).toMatchObject({ kind: 'in', occurredAt: monday.toISOString() });
  expect(await entryOf('file:receipt')).toMatchObject({ occurredAt: minutes(9).toISOString() });
  expect((await entryOf('receipt'))?.files).toEqual([
    [
      { text: 'receipt', found: true },
      { text: '.txt', found: false },
    ],
  ]);
});

test('operators narrow by people, files, notes, tags, state, place and time', async () => {
  const { desk, found, answer } = await aDesk();
  const { workspace } = desk;
  const jonas = { address: 'jonas@fjell.example', name: 'Jonas Berg' };
  const one = await desk.mail({ at: monday, subject: 'Boots', text: 'The sole came off.', file: Buffer.from('x') });
  const two = await desk.mail({ at: minutes(60), subject: 'Boots too', text: 'Wrong size.', from: jonas });
  await workspace.act(workspace.owner, (ctx) => tag(ctx, one.conversationId, ['Returns']));
  await workspace.act(workspace.owner, (ctx) => setPriority(ctx, two.conversationId, 4));
  await workspace.act(workspace.owner, (ctx) => assign(ctx, two.conversationId, { assigneeId: workspace.owner.id }));
  const note = { id: newId(), text: 'Warehouse says the sole was glued twice.', mentions: [] };
  await workspace.act(workspace.owner, (ctx) => addNote(ctx, one.conversationId, note), minutes(2));
  await workspace.act(workspace.owner, (ctx) => close(ctx, one.conversationId, 'answered'), minutes(3));
  await soon();

  expect(await found('from:jonas boots')).toEqual([two.number]);
  expect(await found('from:jonas@fjell.example')).toEqual([two.number]);
  expect(await found('boots tag:returns')).toEqual([one.number]);
  expect(await found('boots -tag:returns')).toEqual([two.number]);
  expect(await found('boots is:closed')).toEqual([one.number]);
  expect(await found('is:open')).toEqual([two.number]);
  expect(await found('boots has:attachment')).toEqual([one.number]);
  expect(await found('warehouse')).toEqual([one.number]);
  expect(await found('note:warehouse')).toEqual([one.number]);
  expect(await found('note:boots note:size')).toEqual([]);
  expect(await found('boots note:glued')).toEqual([one.number]);
  expect(await found('assignee:me')).toEqual([two.number]);
  expect(await found('assignee:olive boots')).toEqual([two.number]);
  expect(await found('priority:urgent OR tag:returns')).toEqual([two.number, one.number]);
  expect(await found('boots after:2026-11-17')).toEqual([]);
  expect(await found('boots before:2026-11-17')).toEqual([two.number, one.number]);
  expect(await answer('boots tag:nowhere')).toMatchObject({ rows: [], unmet: [{ operator: 'tag', value: 'nowhere' }] });
  expect((await answer('shoe:size')).unknown).toEqual(['shoe']);
});

test('the search follows a merge and its undoing, and an erasure leaves no word behind', async () => {
  const { desk, found } = await aDesk();
  const { workspace } = desk;
  const one = await desk.mail({ at: monday, subject: 'Lantern', text: 'It flickers.' });
  const two = await desk.mail({ at: minutes(5), subject: 'Again', text: 'My quixotic lantern again.' });
  const { moveId } = await workspace.act(workspace.owner, (ctx) => merge(ctx, two.conversationId, one.conversationId));
  await soon();
  expect(await found('quixotic')).toEqual([one.number]);
  await workspace.act(workspace.owner, (ctx) => undoMove(ctx, moveId));
  await soon();
  expect(await found('quixotic')).toEqual([two.number]);

  await workspace.act(null, (ctx) => personalData.erase(ctx, one.customerId));
  expect(await found('quixotic')).toEqual([]);
  await soon();
  await world().tick(minutes(10));
  await soon();
  expect(await found('lantern')).toEqual([]);
  const words = await world()
    .database.db.selectFrom('search_words')
    .select('word')
    .where('workspace_id', '=', workspace.id)
    .execute();
  expect(words.map(({ word }) => word)).toEqual([]);
});

test('pages go on where the last one ended, and an older history is read by and by', async () => {
  const { desk, answer } = await aDesk();
  for (let count = 0; count < 5; count += 1)
    await desk.mail({ at: minutes(count), subject: `Stove ${count}`, text: 'It leaks.' });
  world().queued.length = 0;
  await world().tick(minutes(20));
  await soon();
  const first = await answer('stove', { limit: 3 });
  const second = await answer('stove', { limit: 3, after: first.next ?? '' });
  const subjects = [...first.rows, ...second.rows].map(({ conversation }) => conversation.subject);
  expect(subjects).toEqual(['Stove 4', 'Stove 3', 'Stove 2', 'Stove 1', 'Stove 0']);
  expect(second.next).toBeNull();
});

async function aDesk() {
  const desk: Desk = await openDesk(world());
  const answer = (q: string, page: { limit?: number; after?: string } = {}) =>
    desk.workspace.read(desk.workspace.owner, (ctx) => search(ctx, { q, limit: 20, ...page }));
  const found = async (q: string): Promise<number[]> =>
    (await answer(q)).rows.map(({ conversation }) => conversation.number);
  return { desk, answer, found };
}
