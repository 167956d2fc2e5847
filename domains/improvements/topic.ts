import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { can } from './policy.ts';

interface Row {
  readonly id: string;
  readonly brand_id: string;
}
const topic = 'improvement';

/**
 * Open lists follow a brand's improvements in the room `improvement:brand:<brand>`. A message says only that one changed:
 * which conversations show it is another answer for each reader, and is asked for by them.
 */
export const improvementTopic: Topic = {
  name: topic,
  async load(ctx, ids) {
    const rows = await ctx.db
      .selectFrom('improvements')
      .select(['id', 'brand_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((row): [string, Row] => [row.id, row]));
  },
  view(actor, row) {
    const { id, brand_id: brandId } = row as Row;
    return can.read(actor, { brandId }) ? { id, brandId } : null;
  },
  rooms: (row) => [`${topic}:brand:${(row as Row).brand_id}`],
  mayJoin: async (ctx, room) => {
    const brandId = brandOf(room);
    return brandId !== undefined && can.read(ctx.actor, { brandId });
  },
  head: (ctx, room) => head(ctx, brandOf(room) ?? ''),
};

/** Tells open lists, and notes when. Every change of a row goes through here. */
export async function changed(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('improvements')
    .set({ changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.touch(topic, id);
}

function brandOf(room: string): string | undefined {
  return /^improvement:brand:([\da-f-]{36})$/u.exec(room)?.[1];
}

async function head(ctx: ReadCtx, brandId: string): Promise<string | null> {
  const newest = await ctx.db
    .selectFrom('improvements')
    .select(['id', 'changed_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', brandId)
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ? `${newest.id} ${newest.changed_at.getTime()}` : null;
}
