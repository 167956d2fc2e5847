import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';

/** Of each queue the conversation whose promise ends first: one look into the index of its list. Confidential ones tell nothing. */
export async function soonestDue(
  ctx: ReadCtx,
  queueIds: readonly string[],
): Promise<
  readonly {
    readonly queueId: string;
    readonly conversationId: string;
    readonly dueAt: Date;
    readonly dueKind: string | null;
  }[]
> {
  if (queueIds.length === 0) return [];
  const { rows } = await sql<{ queue_id: string; id: string; due_at: Date; due_kind: string | null }>`
    select queue.queue_id, first.id, first.due_at, first.due_kind
    from unnest(${[...queueIds]}::uuid[]) as queue (queue_id) cross join lateral (
      select conversations.id, conversations.due_at, conversations.due_kind from conversations
      where conversations.workspace_id = ${ctx.workspaceId} and conversations.queue_id = queue.queue_id
        and conversations.status_category = 'open' and conversations.snoozed_until is null
        and conversations.merged_at is null and conversations.confidential_at is null
      order by conversations.sort_due, conversations.id limit 1) as first
    where first.due_at is not null`.execute(ctx.db);
  return rows.map((row) => ({
    queueId: row.queue_id,
    conversationId: row.id,
    dueAt: row.due_at,
    dueKind: row.due_kind,
  }));
}
