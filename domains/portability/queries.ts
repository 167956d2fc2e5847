import type { Selectable } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound } from '#platform/problem';
import { can } from './policy.ts';

/** One import as it is stored. */
export type ImportRecord = Selectable<DB['imports']>;

/** An import the actor may see; what they may not see does not exist. */
export async function load(ctx: ReadCtx, id: string): Promise<ImportRecord> {
  return seen(ctx, await byId(ctx, id).executeTakeFirst());
}

/** The same under its row lock. */
export async function lock(ctx: Ctx, id: string): Promise<ImportRecord> {
  return seen(ctx, await byId(ctx, id).forUpdate().executeTakeFirst());
}

function byId(ctx: ReadCtx, id: string) {
  return ctx.db.selectFrom('imports').selectAll().where('workspace_id', '=', ctx.workspaceId).where('id', '=', id);
}

function seen(ctx: ReadCtx, row: ImportRecord | undefined): ImportRecord {
  if (!row || !can.run(ctx.actor, { brandId: row.brand_id })) throw notFound();
  return row;
}
