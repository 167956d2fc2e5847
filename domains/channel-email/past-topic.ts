import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { type Actor, holds, servesBrand } from '#platform/policy';
import { openMailLines } from './mail-line.ts';
import { pastColumns, type PastRow, pastTopicName, pastView, readPast } from './past-mail.ts';

/** An open page follows the taking in of a line's past mail in the room `past-mail:<line>`. */
export const pastTopic: Topic = {
  name: pastTopicName,
  async load(ctx, ids) {
    const rows = await ctx.db
      .selectFrom('past_mail')
      .select(pastColumns)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('line_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    const brands = new Map((await openMailLines(ctx)).map(({ id, brandId }) => [id, brandId]));
    return new Map(rows.map((row) => [row.line_id, { row, brandId: brands.get(row.line_id) ?? null }]));
  },
  view(actor, loaded) {
    const { row, brandId } = loaded as { row: PastRow; brandId: string | null };
    return brandId !== null && mayFollow(actor, brandId) ? pastView(row.line_id, row) : null;
  },
  rooms: () => [],
  async mayJoin(ctx, room) {
    return (await versionOf(ctx, room)) !== null;
  },
  head: versionOf,
};

function mayFollow(actor: Actor, brandId: string): boolean {
  return servesBrand(actor, brandId) && holds(actor, 'lines.configure');
}

async function versionOf(ctx: ReadCtx, room: string): Promise<string | null> {
  if (!holds(ctx.actor, 'lines.configure')) return null;
  const past = await readPast(ctx, room.slice(pastTopicName.length + 1)).catch(() => null);
  return past === null ? null : String(past.version);
}
