import { sql } from 'kysely';
import { knownTeammates } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { NoticeBody } from './contract.ts';
import { silencedBy } from './queries.ts';

/** What somebody should know. */
export interface NewNotice {
  readonly teammateIds: readonly string[];
  /** A kind that some domain declares in its `notices`. */
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Ids, numbers and times that the words need. */
  readonly body?: NoticeBody;
  /** What it comes from, usually the event: one notice per teammate, kind and cause, however often a job runs. */
  readonly causeId: string;
  readonly occurredAt?: Date;
}

/** Most teammates one cause tells. */
const teammateLimit = 500;

/**
 * Gives teammates a notice. The caller has asked whether they may see the subject. Those who silenced the kind, and those
 * who left, get none; the same cause again gives nothing new.
 */
export async function notify(ctx: Ctx, notice: NewNotice): Promise<void> {
  if (!ctx.house.noticeKinds.has(notice.kind)) throw new Error(`No domain declares the notice "${notice.kind}".`);
  if (notice.teammateIds.length > teammateLimit) throw new Error(`A notice for more than ${teammateLimit} teammates.`);
  const wanted = [...(await knownTeammates(ctx, notice.teammateIds))];
  if (wanted.length === 0) return;
  const silenced = await silencedBy(ctx, notice.kind, wanted);
  const rows = wanted.filter((id) => !silenced.has(id)).map((teammate_id) => ({ id: newId(), teammate_id }));
  if (rows.length === 0) return;
  const { rows: given } = await sql<{ id: string }>`
    insert into notices (workspace_id, id, teammate_id, kind, subject_kind, subject_id, body, cause_id, occurred_at)
    select ${ctx.workspaceId}::uuid, id, teammate_id, ${notice.kind}, ${notice.subjectKind}, ${notice.subjectId}::uuid,
      ${JSON.stringify(NoticeBody.parse(notice.body ?? {}))}::jsonb, ${notice.causeId}::uuid, ${notice.occurredAt ?? ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wanted (id uuid, teammate_id uuid)
    on conflict (workspace_id, teammate_id, kind, cause_id) do nothing
    returning id`.execute(ctx.db);
  for (const { id } of given) ctx.touch('notice', id);
}
