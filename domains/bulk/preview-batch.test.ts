import { expect, test } from 'vitest';
import { assign, close, setPriority, setReason, tag } from '#domains/conversations';
import { writeSetting } from '#domains/identity';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk as openChats } from '../../tests/support/chat-desk.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { after, knockAt, nine } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { undoBatch } from './end-batch.ts';
import { batchView, load } from './queries.ts';
import { type Chosen, previewBatch, startBatch } from './start-batch.ts';
import { runBatch } from './work-batch.ts';

const world = useWorld();

/** A desk's macros over many: made, foreseen, and run. */
function macrosOf(workspace: Workspace) {
  const work = (batchId: string) => runBatch.run(world().tools, { workspaceId: workspace.id, batchId });
  const foresee = (actor: Actor, macroId: string, ids: readonly string[], anyway = false) =>
    workspace.read(actor, (ctx) => previewBatch(ctx, { macroId, anyway, ids }));
  const outcomes = async (batchId: string): Promise<Record<string, number>> => {
    const rows = await workspace.read(null, (ctx) =>
      ctx.db
        .selectFrom('batch_items')
        .select('outcome')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('batch_id', '=', batchId)
        .execute(),
    );
    const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
    return { changes: of('changed'), same: of('same'), left: of('refused') };
  };
  return {
    foresee,
    work,
    make: async (actor: Actor, actions: readonly object[], text = ''): Promise<string> => {
      const id = newId();
      const body = { id, name: `Macro ${id.slice(-4)}`, text, actions, visibility: 'all' };
      await knockAt(world(), workspace, actor, 'POST /api/macros', nine, { body });
      return id;
    },
    /** What was foreseen in numbers, and what became of it in the same. */
    both: async (actor: Actor, macroId: string, ids: readonly string[], anyway = false) => {
      const { changes, same, left } = await foresee(actor, macroId, ids, anyway);
      const seen = { changes, same, left: left.reduce((sum, { count }) => sum + count, 0) };
      const action = { do: 'macro' as const, macroId, ...(anyway ? { anyway } : {}) };
      const chosen: Chosen = { ids };
      const batch = await workspace.act(actor, (ctx) => startBatch(ctx, { id: newId(), action, ...chosen }));
      await work(batch.id);
      return { seen, became: await outcomes(batch.id), batchId: batch.id };
    },
  };
}

test('a macro over many is foreseen as it then goes: what changes, what is so already, what is left and why', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const { owner, brandId } = workspace;
  const agent = await workspace.teammate('agent');
  const outsider = await workspace.teammate('agent', { inTeam: false });
  const macros = macrosOf(workspace);
  const mail = async (at: number) => (await desk.mail({ at: after(at), subject: `Mail ${at}` })).conversationId;
  const ids = [await mail(0), await mail(1), await mail(2), await mail(3)];
  const [first = '', second = '', third = '', fourth = ''] = ids;
  const act = workspace.act;
  await act(agent, (ctx) => setPriority(ctx, first, 4));
  await act(agent, (ctx) => tag(ctx, first, ['Storm']));
  await act(agent, (ctx) => tag(ctx, second, ['Storm']));
  await act(agent, (ctx) => close(ctx, third, 'answered'));
  await act(agent, (ctx) => assign(ctx, fourth, { assigneeId: agent.id }));
  const hurry = [
    { do: 'priority', priority: 4 },
    { do: 'tag', names: ['storm'] },
  ];
  const forecast = await macros.foresee(agent, await macros.make(owner, hurry, 'We are on it.'), ids);
  expect(forecast).toMatchObject({ total: 4, changes: 3, same: 1, hasWords: true, left: [], full: [] });
  expect(forecast.actions.map(({ count }) => count)).toEqual([3, 2]);

  const reasonId = newId();
  const reason = { id: reasonId, brandId, parentId: null, name: 'Storm' };
  await knockAt(world(), workspace, owner, 'POST /api/reasons', nine, { body: reason });
  await act(owner, (ctx) => writeSetting(ctx, 'conversations.reason-to-close', [brandId]));
  await act(agent, (ctx) => setReason(ctx, first, reasonId));
  const closing = await macros.make(owner, [{ do: 'close' }]);
  expect((await macros.foresee(agent, closing, ids)).left).toMatchObject([
    { why: 'reason', count: 2, first: [{ subject: 'Mail 1' }, { subject: 'Mail 3' }] },
  ]);
  const given = [{ do: 'assign', teammateId: outsider.id }, { do: 'close' }];
  for (const [actor, actions] of [
    [agent, hurry],
    [agent, [{ do: 'note', text: 'About {queue} and {nothing}' }]],
    [agent, [{ do: 'close' }]],
    [agent, [{ do: 'reason', reasonId }, { do: 'close' }]],
    [owner, given],
    [agent, [{ do: 'assign', teammateId: 'nobody' }, ...hurry]],
    [outsider, hurry],
  ] as const) {
    const { seen, became, batchId } = await macros.both(actor, await macros.make(owner, actions), ids).catch(
      // where nothing of it may be seen, nothing is foreseen and nothing is begun
      (error: { status: number }) => ({ seen: error.status, became: 404, batchId: null }),
    );
    expect(became, JSON.stringify(actions)).toEqual(seen);
    if (batchId === null) continue;
    await act(actor, (ctx) => undoBatch(ctx, batchId));
    await macros.work(batchId);
    expect((await workspace.read(actor, async (ctx) => batchView(ctx, await load(ctx, batchId)))).state).toBe('undone');
  }
});

test('hands that a macro over many would overfill are left out, and taken along where that is meant', async () => {
  const chats = await openChats(world());
  const { workspace } = chats;
  const [leader, hana] = [await workspace.teammate('team-leader'), await workspace.teammate('chat-agent')];
  const macros = macrosOf(workspace);
  const ids: string[] = [];
  for (let at = 0; at < 4; at += 1) ids.push(await chats.says(at, `customer-${at}`, 'Hello?'));
  const limit = { params: { id: hana.id }, body: { limit: 1 } };
  await knockAt(world(), workspace, workspace.owner, 'PUT /api/teammates/:id/own-limit', after(5), limit);
  const toHana = await macros.make(workspace.owner, [{ do: 'assign', teammateId: hana.id }]);
  expect(await macros.foresee(leader, toHana, ids)).toMatchObject({
    changes: 1,
    left: [{ why: 'full', count: 3 }],
    full: [{ teammateId: hana.id, has: 0, limit: 1, over: 3 }],
  });
  expect(await macros.foresee(leader, toHana, ids, true)).toMatchObject({ changes: 4, left: [], full: [{ over: 3 }] });
  // closed at once, none stays in anybody's hands
  const shut = await macros.make(workspace.owner, [{ do: 'assign', teammateId: hana.id }, { do: 'close' }]);
  expect(await macros.foresee(leader, shut, ids)).toMatchObject({ changes: 4, left: [], full: [] });
  const few = await macros.both(leader, toHana, ids);
  expect(few.became).toEqual(few.seen);
  const all = await macros.both(leader, toHana, ids, true);
  expect(all.became).toEqual(all.seen);
  expect(all.became).toEqual({ changes: 3, same: 1, left: 0 });
});

test('what is asked to foresee a macro does not grow with how many are chosen', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const ids: string[] = [];
  for (let at = 0; at < 12; at += 1)
    ids.push((await desk.mail({ at: after(at), subject: `Mail ${at}` })).conversationId);
  const all = [{ do: 'tag', names: ['a'] }, { do: 'assign', teammateId: 'me' }, { do: 'close' }];
  const macroId = await macrosOf(workspace).make(workspace.owner, all);
  const asked = (some: readonly string[]) =>
    workspace.read(workspace.owner, async (ctx) => {
      let count = 0;
      const db = ctx.db.withPlugin({
        transformQuery: ({ node }) => ((count += 1), node),
        transformResult: ({ result }) => Promise.resolve(result),
      });
      await previewBatch({ ...ctx, db } as typeof ctx, { macroId, anyway: false, ids: some });
      return count;
    });
  const few = await asked(ids.slice(0, 2));
  expect(few).toBeGreaterThan(3);
  expect(await asked(ids)).toBe(few);
});
