import { expect, test } from 'vitest';
import { insertServed } from '#domains/brands';
import { addNote, assign, close, list, merge, reply, undoMove } from '#domains/conversations';
import { insertMember, insertQueue, insertTeam } from '#domains/teams';
import { newId } from '#platform/database';
import { useWorld } from '../support/world.ts';
import type { Workspace } from '../support/workspace.ts';
import { aDesk, aReply, type Desk } from './story-desk.ts';
import { ask, rowsOf, unasked, wholeTimeline } from './story-queries.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);
const day = 24 * 60;
const week = [monday, after(14 * day)] as const;

const spoken = [
  ['talk', 120],
  ['hold', 30],
  ['talk', 60],
  ['wrap-up', 45],
] as const;
const chatted = [
  ['chat', 300],
  ['wrap-up', 20],
] as const;

test('mail, call and chat in one matter are one timeline, and each contact has its handler', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const [ann, bo] = [await workspace.teammate('agent'), await workspace.teammate('call-agent')];
  const { conversationId } = await desk.mail({ at: monday, subject: 'Where is my order?' });
  await workspace.act(ann, (ctx) => reply(ctx, conversationId, aReply()), after(10));
  await desk.live({
    channel: 'voice',
    at: after(60),
    by: bo.id,
    conversationId,
    steps: spoken,
  });
  await desk.live({
    channel: 'chat',
    at: after(120),
    by: ann.id,
    conversationId,
    steps: chatted,
  });
  await desk.mail({ at: after(180), conversationId, text: 'It came, thank you!' });
  await workspace.act(
    ann,
    (ctx) => addNote(ctx, conversationId, { id: newId(), text: 'Solved by the second parcel.', mentions: [] }),
    after(190),
  );

  expect(await ask(world(), workspace, 'volume', ...week)).toEqual([
    { brand_id: workspace.brandId, channel: 'chat', contacts: 1 },
    { brand_id: workspace.brandId, channel: 'email', contacts: 2 },
    { brand_id: workspace.brandId, channel: 'voice', contacts: 1 },
  ]);
  expect(await ask(world(), workspace, 'handled', conversationId)).toEqual([
    { channel: 'email', teammate_id: ann.id },
    { channel: 'voice', teammate_id: bo.id },
    { channel: 'chat', teammate_id: ann.id },
    { channel: 'email', teammate_id: null },
  ]);
  expect(await wholeTimeline(world(), workspace, conversationId)).toEqual([
    'in email',
    'out email',
    'call voice',
    'call chat',
    'in email',
    'note null',
  ]);
  expect(await ask(world(), workspace, 'handle-time', conversationId)).toEqual([
    { channel: 'chat', kind: 'chat', seconds: 300 },
    { channel: 'chat', kind: 'wrap-up', seconds: 20 },
    { channel: 'voice', kind: 'hold', seconds: 30 },
    { channel: 'voice', kind: 'talk', seconds: 180 },
    { channel: 'voice', kind: 'wrap-up', seconds: 45 },
  ]);
  expect((await ask(world(), workspace, 'further-contact', ...week)).map(({ further }) => further)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('a colleague in copy answers in the same matter, and it stays the customer’s', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const jonas = { address: 'jonas@lindqvist.example', name: 'Jonas' };
  const { conversationId } = await desk.mail({ at: monday, copied: jonas });
  await desk.mail({ at: after(20), conversationId, from: jonas, text: 'I am at home on Friday.' });
  expect(await ask(world(), workspace, 'participants', conversationId)).toEqual([
    { role: 'copied', address: jonas.address },
    { role: 'requester', address: 'maya@lindqvist.example' },
  ]);
  const rows = await rowsOf(world(), workspace, [conversationId]);
  const authors = rows['entries']?.map((row) => (JSON.parse(row) as { author_id: string }).author_id) ?? [];
  expect(new Set(authors).size).toBe(2);
  expect(rows['contacts']).toHaveLength(2);
  expect((JSON.parse(rows['conversations']?.[0] ?? '') as { customer_id: string }).customer_id).toBe(
    await desk.customerId('maya@lindqvist.example', monday),
  );
});

test('a transfer to another team and on to a teammate keeps its path, and who waits since when', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const ann = await workspace.teammate('agent');
  const second = await secondLine(workspace);
  const bo = await workspace.teammate('agent', { inTeam: false });
  await workspace.act(null, (ctx) => insertMember(ctx, second.teamId, bo.id, false));
  const boNow = await workspace.refresh(bo);
  const { conversationId } = await desk.mail({ at: monday });
  await workspace.act(ann, (ctx) => assign(ctx, conversationId, { assigneeId: ann.id }), after(5));
  const handed = await workspace.act(
    ann,
    (ctx) => assign(ctx, conversationId, { assigneeId: null, queueId: second.queueId }),
    after(10),
  );
  expect(handed.can).toEqual([]);
  await workspace.act(boNow, (ctx) => assign(ctx, conversationId, { assigneeId: bo.id }), after(15));

  const first = workspace.queueId;
  expect(await ask(world(), workspace, 'transfer-path', conversationId)).toEqual([
    { from_teammate: null, to_teammate: ann.id, from_queue: first, to_queue: first },
    { from_teammate: ann.id, to_teammate: null, from_queue: first, to_queue: second.queueId },
    { from_teammate: null, to_teammate: bo.id, from_queue: second.queueId, to_queue: second.queueId },
  ]);
  expect(await ask(world(), workspace, 'who-may-see', conversationId)).toEqual([
    { brand_id: workspace.brandId, team_id: second.teamId, assignee_id: bo.id, confidential: false, granted: [] },
  ]);
  const seenBy = async (actor: typeof ann) =>
    (await workspace.read(actor, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }))).rows;
  expect(await seenBy(ann)).toEqual([]);
  expect((await seenBy(boNow)).map(({ waitingSince }) => waitingSince)).toEqual([monday.toISOString()]);
});

test('a call six days after the answer reopens the same matter, and what was solved stays dated', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const ann = await workspace.teammate('agent');
  const { conversationId } = await desk.mail({ at: monday });
  await workspace.act(ann, (ctx) => reply(ctx, conversationId, aReply()), after(10));
  await workspace.act(ann, (ctx) => close(ctx, conversationId, 'answered'), after(11));
  await desk.live({ channel: 'voice', at: after(6 * day + 11), by: ann.id, conversationId, steps: [['talk', 60]] });
  expect(await ask(world(), workspace, 'reopened', ...week)).toEqual([
    { conversation_id: conversationId, by: 'customer', after_seconds: 6 * day * 60, channel: 'voice' },
  ]);
  const row = JSON.parse((await rowsOf(world(), workspace, [conversationId]))['conversations']?.[0] ?? '') as Record<
    string,
    unknown
  >;
  expect({
    solved: new Date(String(row['solved_at'])),
    closed: row['closed_at'],
    count: row['reopened_count'],
    category: row['status_category'],
  }).toEqual({
    solved: after(11),
    closed: null,
    count: 1,
    category: 'open',
  });
  expect((await ask(world(), workspace, 'further-contact', ...week)).map(({ further }) => further)).toEqual([
    true,
    false,
  ]);
});

test('a merge taken apart leaves every row as it was', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const { one, two, ann } = await twoMatters(desk);
  const before = await rowsOf(world(), workspace, [one, two]);
  const volume = await ask(world(), workspace, 'volume', ...week);
  const { moveId } = await workspace.act(ann, (ctx) => merge(ctx, one, two), after(90));
  expect(await rowsOf(world(), workspace, [one])).toMatchObject({
    entries: [],
    contacts: [],
    threads: [],
    deliveries: [],
  });
  expect(await ask(world(), workspace, 'volume', ...week)).toEqual(volume);
  await workspace.act(ann, (ctx) => undoMove(ctx, moveId), after(95));
  expect(await rowsOf(world(), workspace, [one, two])).toEqual(before);
  await workspace.act(ann, (ctx) => undoMove(ctx, moveId), after(96));
  expect(await rowsOf(world(), workspace, [one, two])).toEqual(before);
});

test('what comes to a merged matter goes to the survivor, and stays there when the merge is taken apart', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const { one, two, ann } = await twoMatters(desk);
  const before = await rowsOf(world(), workspace, [one, two]);
  const { moveId } = await workspace.act(ann, (ctx) => merge(ctx, one, two), after(90));
  const late = await desk.mail({ at: after(100), conversationId: one, text: 'One more thing' });
  expect(late.conversationId).toBe(two);
  await workspace.act(ann, (ctx) => undoMove(ctx, moveId), after(110));
  expect((await rowsOf(world(), workspace, [one]))['entries']).toEqual(
    before['entries']?.filter((row) => row.includes(one)),
  );
  const rows = (await workspace.read(ann, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }))).rows;
  expect(rows.map(({ id, preview, waitingSince }) => ({ id, preview, waitingSince }))).toEqual([
    { id: two, preview: 'One more thing', waitingSince: after(30).toISOString() },
    { id: one, preview: 'It should have come on Friday.', waitingSince: after(20).toISOString() },
  ]);
  // a second merge on top must be taken apart first
  const first = await workspace.act(ann, (ctx) => merge(ctx, one, two), after(120));
  const third = await desk.mail({ at: after(121), subject: 'Third' });
  await workspace.act(ann, (ctx) => merge(ctx, two, third.conversationId), after(122));
  await expect(workspace.act(ann, (ctx) => undoMove(ctx, first.moveId), after(123))).rejects.toMatchObject({
    code: 'conversations/merged-since',
    status: 409,
  });
  expect((await desk.mail({ at: after(124), conversationId: one })).conversationId).toBe(third.conversationId);
});

test('a teammate of two brands sees both, another one of them; one address is two customers, and nothing crosses', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const other = await aDesk(world(), workspace);
  const ann = await workspace.teammate('manager');
  const bo = await workspace.teammate('manager');
  await workspace.act(null, (ctx) => insertServed(ctx, other.brandId, ann.id));
  const [annNow, boNow] = [await workspace.refresh(ann), await workspace.refresh(bo)];
  const mine = await desk.mail({ at: monday, subject: 'To the first' });
  const theirs = await other.mail({ at: after(1), subject: 'To the second' });

  const seenBy = async (actor: typeof annNow) =>
    (await workspace.read(actor, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }))).rows.map(
      ({ subject }) => subject,
    );
  expect(await seenBy(annNow)).toEqual(['To the second', 'To the first']);
  expect(await seenBy(boNow)).toEqual(['To the first']);
  expect(await ask(world(), workspace, 'per-brand', ...week)).toEqual([
    { brand_id: workspace.brandId, customers: 1, conversations: 1, contacts: 1 },
    { brand_id: other.brandId, customers: 1, conversations: 1, contacts: 1 },
  ]);
  expect(await desk.customerId('maya@lindqvist.example', monday)).not.toBe(
    await other.customerId('maya@lindqvist.example', monday),
  );
  await expect(
    workspace.act(annNow, (ctx) => merge(ctx, mine.conversationId, theirs.conversationId)),
  ).rejects.toMatchObject({ code: 'conversations/other-brand' });
  await expect(
    workspace.act(annNow, (ctx) => assign(ctx, theirs.conversationId, { assigneeId: bo.id })),
  ).rejects.toMatchObject({ code: 'conversations/assignee-out-of-reach' });
  await expect(
    workspace.act(boNow, (ctx) => assign(ctx, theirs.conversationId, { assigneeId: bo.id })),
  ).rejects.toMatchObject({ status: 404 });
});

test('each question of the record was asked by a story', () => {
  expect(unasked()).toEqual([]);
});

async function secondLine(workspace: Workspace): Promise<{ teamId: string; queueId: string }> {
  return workspace.act(null, async (ctx) => {
    const teamId = await insertTeam(ctx, { name: 'Second line', calendarId: null });
    return {
      teamId,
      queueId: await insertQueue(ctx, { name: 'Second line', brandId: workspace.brandId, teamId, position: 3 }),
    };
  });
}

/** Two matters with all that can move: answers, a call, people, clocks. */
async function twoMatters(desk: Desk) {
  const { workspace } = desk;
  const ann = await workspace.teammate('team-leader');
  const one = (
    await desk.mail({ at: monday, subject: 'Tent', copied: { address: 'jonas@lindqvist.example', name: 'Jonas' } })
  ).conversationId;
  await workspace.act(ann, (ctx) => reply(ctx, one, { ...aReply(), then: 'stay' }), after(5));
  await desk.live({
    channel: 'voice',
    at: after(10),
    by: ann.id,
    conversationId: one,
    steps: [
      ['talk', 60],
      ['wrap-up', 10],
    ],
  });
  await desk.mail({ at: after(20), conversationId: one });
  const two = (
    await desk.mail({ at: after(30), subject: 'Poles', from: { address: 'petra@lindqvist.example', name: 'Petra' } })
  ).conversationId;
  return { one, two, ann };
}
