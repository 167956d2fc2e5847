import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { servesBrand } from '#platform/policy';
import { mayNot, notFound, problem } from '#platform/problem';
import { brandOf } from '#domains/brands';
import { queueChanged, queueOpened, type QueueView } from './contract.ts';
import { can } from './policy.ts';
import { queueById } from './queries.ts';
import { queueView, teamView } from './views.ts';

const nameTaken = problem(
  'teams/queue-name-taken',
  409,
  'This brand already has a queue of this name',
  'Choose another name.',
);

export interface NewQueue {
  readonly id?: string;
  readonly name: string;
  readonly brandId: string;
  readonly teamId: string;
  readonly position?: number;
}

/** Opens a queue: a place where a brand's conversations wait for a team. */
export async function openQueue(ctx: Ctx, queue: NewQueue): Promise<QueueView> {
  if (!servesBrand(ctx.actor, queue.brandId)) throw notFound();
  await brandOf(ctx, queue.brandId);
  await teamView(ctx, queue.teamId);
  if (!can.configureQueue(ctx.actor, queue)) throw mayNot();
  const id = await insertQueue(ctx, queue);
  return queueView(ctx.actor, { id, position: 0, ...queue });
}

/** Opens a queue, whoever asks. */
export async function insertQueue(ctx: Ctx, queue: NewQueue): Promise<string> {
  const id = queue.id ?? newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('queues')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      brand_id: queue.brandId,
      team_id: queue.teamId,
      name: queue.name,
      position: queue.position ?? 0,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw nameTaken();
  const { name: objectName } = queue;
  ctx.audit({
    action: 'queue.opened',
    objectKind: 'queue',
    objectId: id,
    objectName,
    before: null,
    after: { ...queue },
  });
  ctx.emit(queueOpened, id, { brandId: queue.brandId, teamId: queue.teamId });
  return id;
}

/** Changes a queue's name, place, or the team that works it. */
export async function changeQueue(
  ctx: Ctx,
  id: string,
  changes: { name?: string | undefined; teamId?: string | undefined; position?: number | undefined },
): Promise<QueueView> {
  const before = await queueById(ctx, id);
  if (!before || !can.readQueue(ctx.actor, before)) throw notFound();
  if (!can.configureQueue(ctx.actor, before)) throw mayNot();
  const after = {
    ...before,
    name: changes.name ?? before.name,
    teamId: changes.teamId ?? before.teamId,
    position: changes.position ?? before.position,
  };
  if (after.teamId !== before.teamId) await teamView(ctx, after.teamId);
  await ctx.db
    .updateTable('queues')
    .set({ name: after.name, team_id: after.teamId, position: after.position })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.audit({
    action: 'queue.changed',
    objectKind: 'queue',
    objectId: id,
    objectName: after.name,
    before: { ...before },
    after: { ...after },
  });
  ctx.emit(queueChanged, id, { teamId: after.teamId, fromTeamId: before.teamId });
  return queueView(ctx.actor, after);
}
