import { expect, test } from 'vitest';
import { conversationView } from '#domains/conversations';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/chat-desk.ts';
import { after, knockAt } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import { undoBatch } from './end-batch.ts';
import { batchView, load } from './queries.ts';
import { startBatch } from './start-batch.ts';
import { runBatch } from './work-batch.ts';

const world = useWorld();

test('chats that would overfill a colleague’s hands are asked about before the first; meant anyway, all go over', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const [leader, agent] = [await workspace.teammate('team-leader'), await workspace.teammate('chat-agent')];
  const ids: string[] = [];
  for (let at = 0; at < 3; at += 1) ids.push(await desk.says(at, `customer-${at}`, 'Hello?'));
  const setLimit = (limit: number) =>
    knockAt(world(), workspace, workspace.owner, 'PUT /api/teammates/:id/own-limit', after(5), {
      params: { id: agent.id },
      body: { limit },
    });
  const start = (anyway?: boolean) =>
    workspace.act(
      leader,
      (ctx) =>
        startBatch(ctx, {
          id: newId(),
          ids,
          action: { do: 'assign', assigneeId: agent.id, ...(anyway ? { anyway } : {}) },
        }),
      after(9),
    );
  const work = (batchId: string) => runBatch.run(world().tools, { workspaceId: workspace.id, batchId });
  const state = (id: string) => workspace.read(leader, async (ctx) => batchView(ctx, await load(ctx, id)));
  const theirs = async () => {
    const views = await Promise.all(ids.map((id) => workspace.read(leader, (ctx) => conversationView(ctx, id))));
    return views.filter(({ assigneeId }) => assigneeId === agent.id).length;
  };

  await setLimit(2);
  await expect(start()).rejects.toMatchObject({
    code: 'conversations/assignee-full',
    more: { teammateId: agent.id, has: 0, limit: 2 },
  });
  const meant = await start(true);
  await work(meant.id);
  expect(await state(meant.id)).toMatchObject({ state: 'done', refused: 0 });
  expect(await theirs()).toBe(3);
  await workspace.act(leader, (ctx) => undoBatch(ctx, meant.id), after(10));
  await work(meant.id);
  expect(await theirs()).toBe(0);

  // there was room when it began, and none any more when its turn came: the rest says so
  await setLimit(3);
  const late = await start();
  await setLimit(2);
  await work(late.id);
  expect(await state(late.id)).toMatchObject({ state: 'done', progress: 3, refused: 1 });
  expect(await theirs()).toBe(2);
});
