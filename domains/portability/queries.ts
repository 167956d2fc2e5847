import type { Selectable } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound } from '#platform/problem';
import { can } from './policy.ts';

/** One import as it is stored. */
export type ImportRecord = Selectable<DB['imports']>;

/** All that is read of it, by name: a column of a later version changes no plan. */
export const columns = [
  'workspace_id',
  'id',
  'brand_id',
  'kind',
  'file_name',
  'sha256',
  'headers',
  'sample',
  'row_count',
  'mapping',
  'same_values',
  'on_known',
  'state',
  'progress',
  'counts',
  'made_by',
  'made_at',
  'ran_at',
  'undone_at',
  'version',
] as const;

/** An import the actor may see; what they may not see does not exist. */
export async function load(ctx: ReadCtx, id: string): Promise<ImportRecord> {
  return seen(ctx, await byId(ctx, id).executeTakeFirst());
}

/** The same under its row lock. */
export async function lock(ctx: Ctx, id: string): Promise<ImportRecord> {
  return seen(ctx, await byId(ctx, id).forUpdate().executeTakeFirst());
}

function byId(ctx: ReadCtx, id: string) {
  return ctx.db.selectFrom('imports').select(columns).where('workspace_id', '=', ctx.workspaceId).where('id', '=', id);
}

function seen(ctx: ReadCtx, row: ImportRecord | undefined): ImportRecord {
  if (!row || !can.run(ctx.actor, { brandId: row.brand_id })) throw notFound();
  return row;
}
