import { expect, test } from 'vitest';
import { addNote, assign, list, makePromise, reply } from '#domains/conversations';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { chooseNotice, listNoticeChoices } from './choices.ts';
import { notify } from './index.ts';
import { listNotices } from './list-notices.ts';
import { seeNotice, seeNotices } from './see-notices.ts';
import { noticeTopic } from './topic.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000);

test('who is given a conversation is told once, and who takes one is not', async () => {
  const { desk, ann, bo, conversationId, number } = await aMatter();
  await desk.workspace.act(ann, (ctx) => assign(ctx, conversationId, { assigneeId: ann.id }), after(1));
  await desk.workspace.act(ann, (ctx) => assign(ctx, conversationId, { assigneeId: bo.id }), after(2));
  const jobs = [...world().queued];
  await world().runJobs(after(3));
  world().queued.push(...jobs); // at least once: the same jobs come again
  await world().runJobs(after(4));

  expect(await noticesOf(desk, ann)).toEqual([]);
  expect(await noticesOf(desk, bo)).toEqual([
    expect.objectContaining({
      kind: 'conversation-assigned',
      level: 'customer',
      subjectId: conversationId,
      place: `/inbox/all/${conversationId}`,
      body: { byId: ann.id, number },
      occurredAt: after(2).toISOString(),
      seenAt: null,
    }),
  ]);
  expect(world().published).toContainEqual(expect.objectContaining({ topic: 'notice' }));
});

test('a mention reaches those who may see the conversation, and nobody else', async () => {
  const { desk, ann, bo, conversationId } = await aMatter();
  const outsider = await desk.workspace.teammate('agent', { inTeam: false });
  // the customer's mail is told to its followers before there is one: who is named follows from then on
  await world().runJobs(nine);
  const note = { id: newId(), text: 'Who knows Nordpost?', mentions: [ann.id, bo.id, outsider.id] };
  await desk.workspace.act(ann, (ctx) => addNote(ctx, conversationId, note), after(1));
  await world().runJobs(after(2));
  expect((await noticesOf(desk, bo)).map(({ kind, body }) => ({ kind, entryId: body['entryId'] }))).toEqual([
    { kind: 'note-mention', entryId: note.id },
  ]);
  expect(await noticesOf(desk, ann)).toEqual([]);
  expect(await noticesOf(desk, outsider)).toEqual([]);
});

test('a team that is named in a note is told as its members, and stands in their mentions', async () => {
  const { desk, ann, bo, conversationId } = await aMatter();
  const outsider = await desk.workspace.teammate('agent', { inTeam: false });
  const note = { id: newId(), text: 'Who knows Nordpost?', mentions: [], teams: [desk.workspace.teamId] };
  await desk.workspace.act(ann, (ctx) => addNote(ctx, conversationId, note), after(1));
  await world().runJobs(after(2));
  expect((await noticesOf(desk, bo)).map(({ kind }) => kind)).toEqual(['note-mention']);
  expect(await noticesOf(desk, ann)).toEqual([]);
  expect(await noticesOf(desk, outsider)).toEqual([]);
  const filter = { match: 'all' as const, of: [{ field: 'mentioned' as const, op: 'is' as const, yes: true }] };
  const found = await desk.workspace.read(bo, (ctx) => list(ctx, { box: 'filter', filter, order: 'due', limit: 10 }));
  expect(found.rows.map((row) => row.id)).toEqual([conversationId]);
  const elsewhere = { ...note, id: newId(), teams: [newId()] };
  await expect(
    desk.workspace.act(ann, (ctx) => addNote(ctx, conversationId, elsewhere), after(3)),
  ).rejects.toMatchObject({ code: 'conversations/unknown-team' });
});

test('a promise is called to mind half an hour before its time, unless it was kept', async () => {
  const { desk, ann, conversationId } = await aMatter();
  const kept = await desk.mail({
    at: nine,
    subject: 'Another matter',
    from: { address: 'jo@example.org', name: 'Jo' },
  });
  for (const id of [conversationId, kept.conversationId]) {
    await desk.workspace.act(
      ann,
      (ctx) => makePromise(ctx, id, { id: newId(), dueAt: after(120), words: 'Call back' }),
      after(1),
    );
  }
  const answer = { id: newId(), text: 'Done.', lastSeenVersion: 0, sendAnyway: true, then: 'wait' as const };
  await desk.workspace.act(ann, (ctx) => reply(ctx, kept.conversationId, answer as never), after(5));
  await world().runJobs(after(89));
  expect(await noticesOf(desk, ann)).toEqual([]);
  await world().runJobs(after(90));
  expect((await noticesOf(desk, ann)).map(({ kind, subjectId, body }) => [kind, subjectId, body['dueAt']])).toEqual([
    ['promise-due', conversationId, after(120).toISOString()],
  ]);
});

test('a silenced kind is not given, and text in a notice is our mistake', async () => {
  const { desk, ann, bo, conversationId } = await aMatter();
  const give = (kind: string, body = {}): Promise<void> =>
    desk.workspace.act(null, (ctx) =>
      notify(ctx, {
        teammateIds: [ann.id, bo.id],
        kind,
        subjectKind: 'conversation',
        subjectId: conversationId,
        causeId: newId(),
        body,
      }),
    );
  await desk.workspace.act(ann, (ctx) => chooseNotice(ctx, 'note-mention', { silenced: true }), nine);
  await give('note-mention');
  expect([(await noticesOf(desk, ann)).length, (await noticesOf(desk, bo)).length]).toEqual([0, 1]);
  const { rows } = await desk.workspace.read(ann, (ctx) => listNoticeChoices(ctx));
  expect(rows.filter(({ silencedAt }) => silencedAt).map(({ kind }) => kind)).toEqual(['note-mention']);
  await desk.workspace.act(ann, (ctx) => chooseNotice(ctx, 'note-mention', { silenced: false }));
  await give('note-mention');
  expect(await noticesOf(desk, ann)).toHaveLength(1);
  await expect(give('note-mention', { name: 'Maya Lindqvist' })).rejects.toThrow();
  await expect(give('birthday')).rejects.toThrow('No domain declares');
});

test('seen is noted one by one or all before; others’ notices are not there', async () => {
  const { desk, ann, bo, conversationId } = await aMatter();
  for (let n = 0; n < 5; n += 1) {
    await desk.workspace.act(null, (ctx) =>
      notify(ctx, {
        teammateIds: [ann.id],
        kind: 'note-mention',
        subjectKind: 'conversation',
        subjectId: conversationId,
        causeId: newId(),
      }),
    );
  }
  const first = await desk.workspace.read(ann, (ctx) => listNotices(ctx, { limit: 2 }));
  expect([first.rows.length, first.unseen]).toEqual([2, 5]);
  const second = await desk.workspace.read(ann, (ctx) => listNotices(ctx, { limit: 10, after: first.next ?? '' }));
  expect([second.rows.length, second.next]).toEqual([3, null]);
  const [newest, next] = first.rows;
  await expect(desk.workspace.act(bo, (ctx) => seeNotice(ctx, newest?.id ?? ''))).rejects.toMatchObject({
    status: 404,
  });
  expect((await desk.workspace.act(ann, (ctx) => seeNotice(ctx, newest?.id ?? ''), after(1))).seenAt).toBe(
    after(1).toISOString(),
  );
  expect((await desk.workspace.act(ann, (ctx) => seeNotice(ctx, newest?.id ?? ''), after(2))).seenAt).toBe(
    after(1).toISOString(),
  );
  expect(await desk.workspace.act(ann, (ctx) => seeNotices(ctx, next?.id ?? ''))).toEqual({ unseen: 0 });
});

test('a screen follows its own notices alone', async () => {
  const { desk, ann, bo, conversationId } = await aMatter();
  const head = (): Promise<string | null> =>
    desk.workspace.read(ann, (ctx) => noticeTopic.head(ctx, `notice:${ann.id}`));
  expect(await head()).toBeNull();
  await desk.workspace.act(null, (ctx) =>
    notify(ctx, {
      teammateIds: [ann.id],
      kind: 'note-mention',
      subjectKind: 'conversation',
      subjectId: conversationId,
      causeId: newId(),
    }),
  );
  const [notice] = await noticesOf(desk, ann);
  const loaded = await desk.workspace.read(null, (ctx) => noticeTopic.load(ctx, [notice?.id ?? '']));
  const row = loaded.get(notice?.id ?? '');
  expect(noticeTopic.view(ann, row)).toEqual(notice);
  expect(noticeTopic.view(bo, row)).toBeNull();
  expect(noticeTopic.rooms(row)).toEqual([`notice:${ann.id}`]);
  expect(await desk.workspace.read(ann, (ctx) => noticeTopic.mayJoin(ctx, `notice:${ann.id}`))).toBe(true);
  expect(await desk.workspace.read(bo, (ctx) => noticeTopic.mayJoin(ctx, `notice:${ann.id}`))).toBe(false);
  const before = await head();
  await desk.workspace.act(ann, (ctx) => seeNotice(ctx, notice?.id ?? ''));
  expect(await head()).not.toBe(before);
});

async function aMatter() {
  const desk = await openDesk(world());
  const [ann, bo] = [await desk.workspace.teammate('agent'), await desk.workspace.teammate('agent')];
  return { desk, ann, bo, ...(await desk.mail({ at: nine })) };
}

async function noticesOf(desk: Desk, actor: Actor) {
  return (await desk.workspace.read(actor, (ctx) => listNotices(ctx, { limit: 50 }))).rows;
}
