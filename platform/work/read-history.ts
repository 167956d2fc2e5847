import { sql } from 'kysely';
import type { AnyEvent, ReadCtx } from '#platform/ctx';

/** Most events one read gives. */
const historyLimit = 500;

/** Where a page of history ends: one act tells several facts of the same moment, so the moment alone is no place. */
export interface HistoryPlace {
  readonly at: Date;
  readonly id: string;
}

/** The history of one subject, newest first. The caller has asked the policy of the subject. */
export async function readHistory(
  ctx: ReadCtx,
  subjectId: string,
  page: { before?: HistoryPlace; limit?: number } = {},
): Promise<readonly AnyEvent[]> {
  const rows = await ctx.db
    .selectFrom('events')
    .select([
      'id',
      'name',
      'version',
      'subject_id',
      'change_set_id',
      'actor_kind',
      'actor_id',
      'via',
      'cause_event_id',
      'occurred_at',
      'recorded_at',
      'body',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('subject_id', '=', subjectId)
    .$if(page.before !== undefined, (query) =>
      query.where(sql<boolean>`(occurred_at, id) < (${page.before?.at}, ${page.before?.id}::uuid)`),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(Math.min(page.limit ?? 100, historyLimit))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: ctx.workspaceId,
    name: row.name,
    version: row.version,
    subjectId: row.subject_id,
    changeSetId: row.change_set_id,
    actorKind: row.actor_kind as AnyEvent['actorKind'],
    actorId: row.actor_id,
    via: row.via as AnyEvent['via'],
    causeEventId: row.cause_event_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    body: row.body as AnyEvent['body'],
  }));
}
