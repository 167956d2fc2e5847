import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { planAfresh } from '#platform/database';
import { type Job, every, task } from '#platform/domain';
import { quoted } from './lexemes.ts';
import { writeSearch, writeSearchJob } from './write-search.ts';

/** Raised when words are read in another way than before: every conversation is then read again, in the background. */
const readingVersion = 1;
const catchUpJob = 'conversations.catch-up-search';
/** Conversations of an older history read by one job, and doubted words looked at in a minute. */
const catchUpRows = 100;
const doubtRows = 300;

/** The jobs that keep the search true. */
export const searchJobs: readonly Job[] = [
  task(writeSearchJob, (ctx, data) => writeSearch(ctx, String(data['conversationId']))),
  task(catchUpJob, catchUp, 120),
  every('* * * * *', 'conversations.look-after-search', lookAfter),
];

/**
 * Each minute: the months ahead are there, words that left a text are forgotten unless they stand elsewhere, and an unread
 * history is read on.
 */
async function lookAfter(ctx: Ctx): Promise<void> {
  await sql`select make_search_months()`.execute(ctx.db);
  await forgetDoubted(ctx);
  const progress = await ctx.db
    .selectFrom('search_progress')
    .select(['version', 'done_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  if (progress?.version === readingVersion && progress.done_at) return;
  ctx.enqueue(catchUpJob, {}, { singletonKey: 'history' });
}

async function forgetDoubted(ctx: Ctx): Promise<void> {
  const doubted = await ctx.db
    .selectFrom('search_words')
    .select('word')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('doubted_at', 'is not', null)
    .orderBy('doubted_at')
    .limit(doubtRows)
    .execute();
  for (const { word } of doubted) {
    const { rows } = await sql`${sql.raw(planAfresh)} select 1 as there from search_parts
      where workspace_id = ${ctx.workspaceId} and words @@ ${`'${quoted(word)}'`}::tsquery limit 1`.execute(ctx.db);
    if (rows.length > 0)
      await sql`update search_words set doubted_at = null where workspace_id = ${ctx.workspaceId} and word = ${word}`.execute(
        ctx.db,
      );
    else await sql`delete from search_words where workspace_id = ${ctx.workspaceId} and word = ${word}`.execute(ctx.db);
  }
}

/** Reads conversations that no job has read (they were here before the search was), newest first, a page a job. */
async function catchUp(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ after_id: string | null; done_at: Date | null }>`
    insert into search_progress (workspace_id, version) values (${ctx.workspaceId}, ${readingVersion})
    on conflict (workspace_id) do update set
      after_id = case when search_progress.version = ${readingVersion} then search_progress.after_id end,
      done_at = case when search_progress.version = ${readingVersion} then search_progress.done_at end,
      version = ${readingVersion}
    returning after_id, done_at`.execute(ctx.db);
  if (rows[0]?.done_at) return;
  const afterId = rows[0]?.after_id ?? null;
  const page = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(afterId !== null, (older) => older.where('id', '<', afterId ?? ''))
    .orderBy('id', 'desc')
    .limit(catchUpRows)
    .execute();
  for (const { id } of page) await writeSearch(ctx, id);
  const last = page.at(-1);
  await ctx.db
    .updateTable('search_progress')
    .set(last && page.length === catchUpRows ? { after_id: last.id } : { done_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
  if (page.length === catchUpRows) ctx.enqueue(catchUpJob, {}, { singletonKey: 'history' });
}
