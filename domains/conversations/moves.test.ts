import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { boxes } from './boxes.ts';
import { confide } from './confide.ts';
import { entryPage } from './entries.ts';
import { claimMessage, list, merge, reply, undoMove } from './index.ts';
import { listMoves } from './list-moves.ts';
import { moveMessage, split } from './split.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a second question is split off with its clock, answered apart, and goes back as if nothing had been', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ subject: 'Tent', text: 'Where is it?', at: monday });
  await answer(desk, agent, conversationId, 5);
  const second = await desk.mail({ text: 'And the invoice is wrong', at: after(10), conversationId });
  const before = await rowOf(desk, conversationId);

  const { moveId, toId } = await desk.workspace.act(
    agent,
    (ctx) => split(ctx, conversationId, { id: newId(), fromEntryId: second.entryId, subject: 'Invoice' }),
    after(11),
  );
  expect(await rowOf(desk, conversationId)).toMatchObject({ waitingSince: null, dueAt: null, preview: 'Answer' });
  expect(await rowOf(desk, toId)).toMatchObject({
    subject: 'Invoice',
    waitingSince: after(10).toISOString(),
    dueAt: before?.dueAt,
    preview: 'And the invoice is wrong',
  });
  await answer(desk, agent, toId, 12);
  expect(await texts(desk, toId)).toEqual(['And the invoice is wrong', 'Answer']);

  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId), after(60 * 24 * 40));
  expect(await texts(desk, conversationId)).toEqual(['Where is it?', 'Answer', 'And the invoice is wrong']);
  expect(await texts(desk, toId)).toEqual(['Answer']);
});

test('a split that is undone before anything came leaves a number that leads to the first', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ text: 'One', at: monday });
  const second = await desk.mail({ text: 'Two', at: after(1), conversationId });
  const { moveId, toId } = await desk.workspace.act(agent, (ctx) =>
    split(ctx, conversationId, { id: newId(), fromEntryId: second.entryId }),
  );
  expect(await openCount(desk, agent)).toBe(2);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId));
  expect(await openCount(desk, agent)).toBe(1);
  const late = await desk.mail({ text: 'Three', at: after(5), conversationId: toId });
  expect(late.conversationId).toBe(conversationId);
  expect(await texts(desk, conversationId)).toEqual(['One', 'Two', 'Three']);
});

test('a message moved to another conversation takes its held copy along, and is delivered once', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const one = await desk.mail({ text: 'One', at: monday });
  const two = await desk.mail({ text: 'Two', at: after(1) });
  const entryId = await answer(desk, agent, one.conversationId, 2);
  const { moveId } = await desk.workspace.act(agent, (ctx) => moveMessage(ctx, entryId, two.conversationId), after(2));
  const claim = (conversationId: string, minute: number) =>
    desk.workspace.act(
      null,
      (ctx) => claimMessage(ctx, { conversationId, channel: 'email', claimedBy: `claim ${minute}` }),
      after(minute),
    );
  expect(await claim(one.conversationId, 5)).toBeNull();
  expect((await claim(two.conversationId, 5))?.entryId).toBe(entryId);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId), after(6));
  expect(await claim(one.conversationId, 7)).toBeNull();
  expect(await texts(desk, one.conversationId)).toEqual(['One', 'Answer']);
});

test('a merge goes back after replies, new mails and a later move of one of its messages', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const one = await desk.mail({ text: 'One', at: monday });
  const two = await desk.mail({ text: 'Two', at: after(1) });
  const third = await desk.mail({ text: 'Third', at: after(2) });
  const oneMore = await desk.mail({ text: 'One more', at: after(3), conversationId: one.conversationId });
  const { moveId } = await desk.workspace.act(
    agent,
    (ctx) => merge(ctx, one.conversationId, two.conversationId),
    after(4),
  );
  await answer(desk, agent, two.conversationId, 5);
  await desk.mail({ text: 'To the tombstone', at: after(6), conversationId: one.conversationId });
  await desk.workspace.act(agent, (ctx) => moveMessage(ctx, oneMore.entryId, third.conversationId), after(7));
  expect(await texts(desk, two.conversationId)).toEqual(['One', 'Two', 'Answer', 'To the tombstone']);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId), after(8));
  expect(await texts(desk, one.conversationId)).toEqual(['One']);
  expect(await texts(desk, two.conversationId)).toEqual(['Two', 'Answer', 'To the tombstone']);
  expect(await texts(desk, third.conversationId)).toEqual(['Third', 'One more']);
  const moves = await desk.workspace.read(agent, (ctx) => listMoves(ctx, two.conversationId));
  expect(moves.map(({ kind, undoneAt, can }) => ({ kind, isUndone: undoneAt !== null, can }))).toEqual([
    { kind: 'move', isUndone: false, can: ['undo'] },
    { kind: 'merge', isUndone: true, can: [] },
  ]);
  const ofOne = await desk.workspace.read(agent, (ctx) => listMoves(ctx, third.conversationId, oneMore.entryId));
  expect(ofOne.map(({ kind }) => kind)).toEqual(['move']);
  expect(await desk.workspace.read(agent, (ctx) => listMoves(ctx, third.conversationId, third.entryId))).toEqual([]);
});

test('what is confidential never goes where others read it', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const secret = await desk.mail({ text: 'Secret', at: monday });
  const plain = await desk.mail({ text: 'Plain', at: after(1) });
  const more = await desk.mail({ text: 'More of it', at: after(2), conversationId: secret.conversationId });
  await desk.workspace.act(agent, (ctx) => confide(ctx, secret.conversationId, [agent.id]));
  await expect(
    desk.workspace.act(agent, (ctx) => merge(ctx, secret.conversationId, plain.conversationId)),
  ).rejects.toMatchObject({ code: 'conversations/out-of-confidence' });
  const { toId } = await desk.workspace.act(agent, (ctx) =>
    split(ctx, secret.conversationId, { id: newId(), fromEntryId: more.entryId }),
  );
  const colleague = await desk.workspace.teammate('agent');
  const seen = await desk.workspace.read(colleague, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }));
  expect(seen.rows.map(({ id }) => id)).toEqual([plain.conversationId]);
  expect((await rowOf(desk, toId))?.confidential).toBe(true);
});

type Agent = Awaited<ReturnType<Desk['workspace']['teammate']>>;

async function answer(desk: Desk, agent: Agent, conversationId: string, minute: number): Promise<string> {
  const id = newId();
  const given = { id, text: 'Answer', lastSeenVersion: 0, sendAnyway: true, then: 'stay' as const };
  await desk.workspace.act(agent, (ctx) => reply(ctx, conversationId, given), after(minute));
  return id;
}

async function rowOf(desk: Desk, id: string) {
  const { rows } = await desk.workspace.read(null, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 20 }));
  return rows.find((row) => row.id === id);
}

async function texts(desk: Desk, id: string): Promise<readonly string[]> {
  const page = await desk.workspace.read(null, (ctx) => entryPage(ctx, id, { before: null, limit: 50 }));
  return page.rows.map(({ text }) => text);
}

async function openCount(desk: Desk, agent: Agent): Promise<number | undefined> {
  return (await desk.workspace.read(agent, (ctx) => boxes(ctx))).boxes.find(({ box }) => box === 'queue')?.open;
}
