import { expect, test } from 'vitest';
import { confide, merge, undoMove } from '#domains/conversations';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { addTask, completeTask, listMyTasks, listTasks } from './tasks.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a task is given, shown in my work, done by somebody, and follows a merge and its undo', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const friend = await desk.workspace.teammate('agent');
  const one = await desk.mail({ text: 'One', at: monday });
  const two = await desk.mail({ text: 'Two', at: after(1) });
  const id = newId();
  const given = { title: 'Call the carrier', assigneeId: friend.id, dueAt: after(60).toISOString() };
  await desk.workspace.act(agent, (ctx) => addTask(ctx, one.conversationId, id, given), after(2));
  await desk.workspace.act(agent, (ctx) => addTask(ctx, one.conversationId, id, given), after(2));
  const mine = () => desk.workspace.read(friend, (ctx) => listMyTasks(ctx));
  expect((await mine()).map(({ title, number }) => ({ title, number }))).toEqual([
    { title: 'Call the carrier', number: one.number },
  ]);
  const { moveId } = await desk.workspace.act(
    agent,
    (ctx) => merge(ctx, one.conversationId, two.conversationId),
    after(3),
  );
  expect((await mine())[0]?.conversationId).toBe(two.conversationId);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId), after(4));
  await desk.workspace.act(agent, (ctx) => completeTask(ctx, id, true), after(5));
  expect(await mine()).toEqual([]);
  const [done] = await desk.workspace.read(friend, (ctx) => listTasks(ctx, one.conversationId));
  expect(done).toMatchObject({ doneAt: after(5).toISOString(), doneBy: agent.id });
});

test('a task of a conversation one may no longer see is in no list', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const friend = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ text: 'One', at: monday });
  const given = { title: 'Look', assigneeId: friend.id, dueAt: null };
  await desk.workspace.act(agent, (ctx) => addTask(ctx, conversationId, newId(), given), after(2));
  await desk.workspace.act(agent, (ctx) => confide(ctx, conversationId, []), after(3));
  expect(await desk.workspace.read(friend, (ctx) => listMyTasks(ctx))).toEqual([]);
  await expect(desk.workspace.read(friend, (ctx) => listTasks(ctx, conversationId))).rejects.toMatchObject({
    status: 404,
  });
});
