import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';

const minuteMs = 60_000;

/**
 * When a reply may leave by the pace of its line, over all processes: null is now. Each gets a place of its own in the
 * row, evenly apart, and keeps it until it leaves, so that a thousand waiting ones ask once each.
 */
export async function paceOf(ctx: Ctx, lineId: string, entryId: string, perMinute: number): Promise<Date | null> {
  if (perMinute === 0) return null;
  const place = await ctx.db
    .selectFrom('mail_places')
    .select('leaves_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  const leavesAt = place?.leaves_at ?? (await nextPlace(ctx, lineId, minuteMs / perMinute));
  if (leavesAt <= ctx.now) {
    await ctx.db
      .deleteFrom('mail_places')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('entry_id', '=', entryId)
      .execute();
    return null;
  }
  if (!place)
    await ctx.db
      .insertInto('mail_places')
      .values({ workspace_id: ctx.workspaceId, entry_id: entryId, line_id: lineId, leaves_at: leavesAt })
      .execute();
  return leavesAt;
}

async function nextPlace(ctx: Ctx, lineId: string, apartMs: number): Promise<Date> {
  const { rows } = await sql<{ leaves_at: Date }>`
    insert into mail_paces as pace (workspace_id, line_id, free_at)
    values (${ctx.workspaceId}, ${lineId}, ${new Date(ctx.now.getTime() + apartMs)})
    on conflict (workspace_id, line_id) do update
      set free_at = greatest(pace.free_at, ${ctx.now}::timestamptz) + make_interval(secs => ${apartMs / 1_000})
    returning free_at - make_interval(secs => ${apartMs / 1_000}) as leaves_at`.execute(ctx.db);
  return rows[0]?.leaves_at ?? ctx.now;
}
