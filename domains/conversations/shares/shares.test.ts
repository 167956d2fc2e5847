import { expect, test } from 'vitest';
import { loadActor } from '#domains/identity';
import { listNotices, type NoticeView } from '#domains/notices/contract';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { addNote } from '../add-note.ts';
import { assign } from '../assign.ts';
import { confide } from '../confide.ts';
import { history } from '../history.ts';
import { list } from '../list.ts';
import { reply } from '../reply.ts';
import { conversationTopic } from '../topic.ts';
import { conversationView } from '../views.ts';
import { listShares } from './list-shares.ts';
import { endShare, share } from './share.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a guest sees the one conversation that is shared with them, says what they know, and is told', async () => {
  const { desk, agent, guest, conversationId } = await aGuestsDesk();
  await desk.mail({ text: 'Of another matter', at: monday });
  expect(await listed(desk, guest)).toEqual([]);
  const asked = { teammateId: guest.id, note: { id: newId(), text: 'Is the certificate ours?' } };
  const shares = await desk.workspace.act(agent, (ctx) => share(ctx, conversationId, asked), after(1));
  expect(shares.rows).toMatchObject([{ teammateId: guest.id, name: 'Gil Guest' }]);
  expect(shares.guests).toEqual([]);
  expect(await listed(desk, guest)).toEqual([conversationId]);

  const view = await desk.workspace.read(guest, (ctx) => conversationView(ctx, conversationId));
  expect(view.can).toEqual(['note']);
  const note = { id: newId(), text: 'It ran out on Sunday.', mentions: [] };
  await desk.workspace.act(guest, (ctx) => addNote(ctx, conversationId, note), after(2));
  const answer = { id: newId(), text: 'Dear customer', lastSeenVersion: 99, sendAnyway: false, then: 'stay' as const };
  await expect(desk.workspace.act(guest, (ctx) => reply(ctx, conversationId, answer))).rejects.toMatchObject({
    code: 'conversations/may-not-reply',
  });
  await world().runJobs(after(3));
  expect((await noticesOf(desk, guest)).map(({ kind }) => kind)).toEqual(['conversation-shared']);
});

test('sharing ends: the guest finds nothing, their screen is told that it is gone, and the history names both', async () => {
  const { desk, agent, guest, conversationId } = await aGuestsDesk();
  const shared = { teammateId: guest.id };
  await desk.workspace.act(agent, (ctx) => share(ctx, conversationId, shared), after(1));
  await desk.workspace.act(agent, (ctx) => share(ctx, conversationId, shared), after(1));
  expect(await roomsOpen(desk, guest, conversationId)).toEqual([true, true]);
  const ended = await desk.workspace.act(agent, (ctx) => endShare(ctx, conversationId, guest.id), after(2));
  expect(ended.rows).toEqual([]);
  expect(ended.guests).toMatchObject([{ id: guest.id }]);
  expect(await listed(desk, guest)).toEqual([]);
  expect(await roomsOpen(desk, guest, conversationId)).toEqual([true, false]);
  await expect(desk.workspace.read(guest, (ctx) => conversationView(ctx, conversationId))).rejects.toMatchObject({
    status: 404,
  });
  const { rows } = await desk.workspace.read(agent, (ctx) => history(ctx, conversationId, { limit: 20 }));
  expect(rows.filter(({ name }) => name.includes('share')).map(({ name, changes }) => [name, changes])).toEqual([
    ['conversation.share-ended', [{ field: 'people', from: 'Gil Guest', to: null }]],
    ['conversation.shared', [{ field: 'people', from: null, to: 'Gil Guest' }]],
  ]);
});

test('what is confidential is shared with nobody, and nobody is given work by being a guest', async () => {
  const { desk, agent, guest, conversationId } = await aGuestsDesk();
  await desk.workspace.act(agent, (ctx) => share(ctx, conversationId, { teammateId: guest.id }), after(1));
  await expect(
    desk.workspace.act(agent, (ctx) => assign(ctx, conversationId, { assigneeId: guest.id })),
  ).rejects.toMatchObject({ code: 'conversations/assignee-out-of-reach' });
  await desk.workspace.act(agent, (ctx) => confide(ctx, conversationId, [guest.id]), after(2));
  expect(await listed(desk, guest)).toEqual([]);
  await expect(
    desk.workspace.act(agent, (ctx) => share(ctx, conversationId, { teammateId: guest.id })),
  ).rejects.toMatchObject({ code: 'conversations/may-not-share' });
  // whoever let them in can still take it back
  expect((await desk.workspace.act(agent, (ctx) => endShare(ctx, conversationId, guest.id))).rows).toEqual([]);
});

test('it is shared with guests alone, by whoever may hand it on', async () => {
  const { desk, agent, guest, conversationId } = await aGuestsDesk();
  const colleague = await desk.workspace.teammate('agent', { inTeam: false });
  const reviewer = await desk.workspace.teammate('reviewer');
  const choice = await desk.workspace.read(agent, (ctx) => listShares(ctx, conversationId));
  expect(choice).toMatchObject({ guests: [{ id: guest.id, name: 'Gil Guest' }], can: ['share'] });
  expect(await desk.workspace.read(reviewer, (ctx) => listShares(ctx, conversationId))).toMatchObject({
    guests: [],
    can: [],
  });
  for (const [who, teammateId, code] of [
    [agent, colleague.id, 'conversations/no-guest'],
    [agent, newId(), 'conversations/no-guest'],
    [reviewer, guest.id, 'conversations/may-not-share'],
  ] as const)
    await expect(desk.workspace.act(who, (ctx) => share(ctx, conversationId, { teammateId }))).rejects.toMatchObject({
      code,
    });
});

async function aGuestsDesk() {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const guest = await desk.workspace.teammate('guest', { name: 'Gil Guest', inTeam: false });
  const { conversationId } = await desk.mail({ text: 'Your site is not safe', at: monday });
  return { desk, agent, guest, conversationId };
}

type ADesk = Awaited<ReturnType<typeof openDesk>>;

async function listed(desk: ADesk, actor: Actor): Promise<readonly string[]> {
  const asked = { box: 'shared', order: 'newest', limit: 50 } as const;
  return (await desk.workspace.read(actor, (ctx) => list(ctx, asked))).rows.map(({ id }) => id);
}

/** Whether the guest may follow their own list, and this conversation. */
function roomsOpen(desk: ADesk, { id }: Actor, conversationId: string): Promise<readonly boolean[]> {
  return desk.workspace.read(null, async (ctx) => {
    const actor = await loadActor(ctx, id ?? '');
    const rooms = [`conversation:shared:${id}`, `conversation:${conversationId}`];
    return Promise.all(rooms.map((room) => conversationTopic.mayJoin({ ...ctx, actor }, room)));
  });
}

async function noticesOf(desk: ADesk, actor: Actor): Promise<readonly NoticeView[]> {
  const handler = world().house.handlers.find(({ route }) => route === listNotices);
  const { rows } = (await desk.workspace.read(
    actor,
    (ctx) => handler?.run(ctx as never, { query: { limit: 20 } } as never) ?? Promise.reject(),
  )) as { rows: NoticeView[] };
  return rows;
}
