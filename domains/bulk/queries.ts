import type { Selectable } from 'kysely';
import { sql, type Updateable } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound } from '#platform/problem';
import { BatchAction, type BatchView } from './contract.ts';
import { type BatchFacts, can } from './policy.ts';

/** One batch as it is stored. */
export type BatchRecord = Selectable<DB['batches']>;

/** All that is read of it, by name: a column of a later version changes no plan. */
export const columns = [
  'workspace_id',
  'id',
  'made_by',
  'made_at',
  'action',
  'state',
  'total',
  'progress',
  'refused',
  'same',
  'moved_at',
  'finished_at',
  'undone_at',
  'version',
] as const;

/** What the policy looks at, from a row. */
export function factsOf(row: BatchRecord): BatchFacts {
  return { madeBy: row.made_by, state: row.state, madeAt: row.made_at };
}

/** A batch of the actor's own; another does not exist. */
export async function load(ctx: ReadCtx, id: string): Promise<BatchRecord> {
  return seen(ctx, await byId(ctx, id).executeTakeFirst());
}

/** The same under its row lock. */
export async function lock(ctx: Ctx, id: string): Promise<BatchRecord> {
  return seen(ctx, await byId(ctx, id).forUpdate().executeTakeFirst());
}

/** The row for the work itself, whoever made it. */
export function byId(ctx: ReadCtx, id: string) {
  return ctx.db.selectFrom('batches').select(columns).where('workspace_id', '=', ctx.workspaceId).where('id', '=', id);
}

function seen(ctx: ReadCtx, row: BatchRecord | undefined): BatchRecord {
  if (!row || !can.read(ctx.actor, factsOf(row))) throw notFound();
  return row;
}

/** The one way a batch changes: its version rises and its maker's screens are told. */
export async function change(
  ctx: Ctx,
  id: string,
  changes: Omit<Updateable<DB['batches']>, 'workspace_id' | 'id' | 'version' | 'moved_at'>,
): Promise<void> {
  await ctx.db
    .updateTable('batches')
    .set({ ...changes, moved_at: ctx.now, version: sql`version + 1` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.touch('batch', id);
}

/** A batch as its maker sees it. */
export function batchView(ctx: Pick<ReadCtx, 'actor' | 'now'>, row: BatchRecord): BatchView {
  const facts = factsOf(row);
  return {
    id: row.id,
    action: BatchAction.parse(row.action),
    state: row.state as BatchView['state'],
    total: row.total,
    progress: row.progress,
    refused: row.refused,
    same: row.same,
    madeAt: row.made_at.toISOString(),
    can: [
      ...(can.cancel(ctx.actor, facts) ? (['cancel'] as const) : []),
      ...(can.undo(ctx.actor, facts, ctx.now) ? (['undo'] as const) : []),
    ],
  };
}
