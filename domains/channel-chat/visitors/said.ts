import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';

/** Notes that a message is one of this visitor's to read; noting it twice is noting it once. */
export async function noteSaid(ctx: Ctx, visitorId: string, entryId: string, byUs: boolean): Promise<void> {
  await ctx.db
    .insertInto('chat_said')
    .values({ workspace_id: ctx.workspaceId, visitor_id: visitorId, entry_id: entryId, by_us: byUs, said_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether this message of theirs is here already: the same request a second time. */
export async function wasSaid(ctx: ReadCtx, visitorId: string, entryId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('chat_said')
    .select('entry_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('visitor_id', '=', visitorId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  return row !== undefined;
}

/** All up to this answer of ours stood before their eyes. Gives how many had not before. */
export async function noteSeen(ctx: Ctx, visitorId: string, upToEntryId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update chat_said set seen_at = ${ctx.now}
    where workspace_id = ${ctx.workspaceId} and visitor_id = ${visitorId} and by_us and seen_at is null
      and said_at <= (select said_at from chat_said
        where workspace_id = ${ctx.workspaceId} and visitor_id = ${visitorId} and entry_id = ${upToEntryId} and by_us)`.execute(
    ctx.db,
  );
  return Number(numAffectedRows ?? 0);
}

/** Answers of ours that they have not seen and that did not go on, oldest first. */
export async function unseenBy(
  ctx: ReadCtx,
  visitorId: string,
): Promise<readonly { readonly entryId: string; readonly saidAt: Date }[]> {
  const rows = await ctx.db
    .selectFrom('chat_said')
    .select(['entry_id', 'said_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('visitor_id', '=', visitorId)
    .where('by_us', '=', true)
    .where('seen_at', 'is', null)
    .where('carried_at', 'is', null)
    .orderBy('said_at')
    .orderBy('entry_id')
    .limit(unseenLimit)
    .execute();
  return rows.map((row) => ({ entryId: row.entry_id, saidAt: row.said_at }));
}

/** Most answers that one mail carries. */
const unseenLimit = 50;

/** These went on by another line. */
export async function noteCarried(ctx: Ctx, visitorId: string, entryIds: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable('chat_said')
    .set({ carried_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('visitor_id', '=', visitorId)
    .where('entry_id', '=', sql<string>`any(${[...entryIds]}::uuid[])`)
    .execute();
}

/** The newest of what is theirs to read, before one of these where it is named; oldest first. */
export async function saidTo(
  ctx: ReadCtx,
  visitorId: string,
  page: { readonly before: string | undefined; readonly limit: number },
): Promise<readonly { readonly entryId: string; readonly byUs: boolean; readonly saidAt: Date }[]> {
  const { before } = page;
  const rows = await ctx.db
    .selectFrom('chat_said')
    .select(['entry_id', 'by_us', 'said_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('visitor_id', '=', visitorId)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(said_at, entry_id) < (select at.said_at, at.entry_id from chat_said at
          where at.workspace_id = ${ctx.workspaceId} and at.visitor_id = ${visitorId} and at.entry_id = ${before ?? ''})`,
      ),
    )
    .orderBy('said_at', 'desc')
    .orderBy('entry_id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.toReversed().map((row) => ({ entryId: row.entry_id, byUs: row.by_us, saidAt: row.said_at }));
}
