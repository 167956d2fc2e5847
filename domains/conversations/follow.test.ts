import { expect, test } from 'vitest';
import { listNotices, type NoticeView } from '#domains/notices/contract';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { confide } from './confide.ts';
import { unfollow } from './follow.ts';
import { addNote, conversationView, makePromise, withdrawPromise } from './index.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('who is named in a note follows from then on, hears the customer, and hears nothing once it is confidential', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const friend = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ text: 'Hello', at: monday });
  await world().runJobs(monday);
  const note = { id: newId(), text: '@friend look', mentions: [friend.id] };
  await desk.workspace.act(agent, (ctx) => addNote(ctx, conversationId, note), after(1));
  const view = await desk.workspace.read(agent, (ctx) => conversationView(ctx, conversationId));
  expect(view.participants.filter(({ role }) => role === 'follower').map(({ teammateId }) => teammateId)).toEqual([
    friend.id,
  ]);
  const heard = async () => {
    await world().runJobs(after(60));
    const handler = world().house.handlers.find(({ route }) => route === listNotices);
    const { rows } = (await desk.workspace.read(
      friend,
      (ctx) => handler?.run(ctx as never, { query: { limit: 20 } } as never) ?? Promise.reject(),
    )) as { rows: NoticeView[] };
    return rows.filter(({ kind }) => kind === 'followed-message').length;
  };
  await desk.mail({ text: 'More', at: after(2), conversationId });
  expect(await heard()).toBe(1);
  await desk.workspace.act(agent, (ctx) => confide(ctx, conversationId, []), after(3));
  await desk.mail({ text: 'Secret', at: after(4), conversationId });
  // neither anew, nor of what was told before
  expect(await heard()).toBe(0);
});

test('who stops following hears no more', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ text: 'Hello', at: monday });
  const note = { id: newId(), text: '@me', mentions: [agent.id] };
  await desk.workspace.act(agent, (ctx) => addNote(ctx, conversationId, note), after(1));
  const view = await desk.workspace.act(agent, (ctx) => unfollow(ctx, conversationId, agent.id), after(2));
  expect(view.participants.some(({ role }) => role === 'follower')).toBe(false);
});

test('a promise taken back binds nobody', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ text: 'When?', at: monday });
  const id = newId();
  await desk.workspace.act(
    agent,
    (ctx) => makePromise(ctx, conversationId, { id, dueAt: after(60), words: 'I write' }),
    after(1),
  );
  const view = await desk.workspace.act(agent, (ctx) => withdrawPromise(ctx, conversationId, id), after(2));
  expect(view.promises).toEqual([]);
});
