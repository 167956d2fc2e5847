import { expect, test } from 'vitest';
import { assign } from '#domains/conversations';
import { listNotices, type NoticeView } from '#domains/notices/contract';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000);

test('who has the conversation hears once that its time runs out', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId, number } = await desk.mail({ at: nine });
  await desk.mail({ at: nine, from: { address: 'jo@example.org', name: 'Jo' } }); // nobody's yet
  await desk.workspace.act(agent, (ctx) => assign(ctx, conversationId, { assigneeId: agent.id }), after(1));
  for (const minutes of [185, 186]) await world().tick(after(minutes));
  await world().runJobs(after(187));

  const handler = world().house.handlers.find(({ route }) => route === listNotices);
  const list = await desk.workspace.read(
    agent,
    (ctx) => handler?.run(ctx as never, { query: { limit: 10 } } as never) ?? Promise.reject(),
  );
  expect((list as { rows: NoticeView[] }).rows).toEqual([
    expect.objectContaining({
      kind: 'reply-due',
      level: 'customer',
      subjectId: conversationId,
      occurredAt: after(180).toISOString(),
      body: { number, dueAt: after(240).toISOString() },
    }),
  ]);
});
