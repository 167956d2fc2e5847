import { sql } from 'kysely';
import { knownTeammates } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { NoticeBody } from './contract.ts';
import { planMail } from './mail-notices.ts';
import { withDevices } from './push-devices.ts';
import { planPush } from './push-notices.ts';
import { mailChoices, silencedBy } from './queries.ts';

/** What somebody should know. */
export interface NewNotice {
  readonly teammateIds: readonly string[];
  /** A kind that some domain declares in its `notices`. */
  readonly kind: string;
  /** A kind that some domain declares in its `subjects`. */
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
  if (!ctx.house.subjects.has(notice.subjectKind))
    throw new Error(`No domain says where "${notice.subjectKind}" opens, of which "${notice.kind}" tells.`);
  if (notice.teammateIds.length > teammateLimit) throw new Error(`A notice for more than ${teammateLimit} teammates.`);
  const wanted = [...(await knownTeammates(ctx, notice.teammateIds))];
  if (wanted.length === 0) return;
  const silenced = await silencedBy(ctx, notice.kind, wanted);
  const mails = await mailChoices(ctx, notice.kind, wanted);
  const pushed = await withDevices(ctx, wanted);
  const rows = wanted
    .filter((id) => !silenced.has(id))
    .map((teammate_id) => ({
      id: newId(),
      teammate_id,
      mail_due_at: mailDueAt(ctx.now, mails.get(teammate_id)),
      push_due_at: pushed.has(teammate_id) ? ctx.now.toISOString() : null,
    }));
  if (rows.length === 0) return;
  const { rows: given } = await sql<{ id: string; teammate_id: string; mail_due_at: Date | null }>`
    insert into notices (workspace_id, id, teammate_id, kind, subject_kind, subject_id, body, cause_id, occurred_at, mail_due_at, push_due_at)
    select ${ctx.workspaceId}::uuid, id, teammate_id, ${notice.kind}, ${notice.subjectKind}, ${notice.subjectId}::uuid,
      ${JSON.stringify(NoticeBody.parse(notice.body ?? {}))}::jsonb, ${notice.causeId}::uuid, ${notice.occurredAt ?? ctx.now}::timestamptz, mail_due_at, push_due_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as wanted (id uuid, teammate_id uuid, mail_due_at timestamptz, push_due_at timestamptz)
    on conflict (workspace_id, teammate_id, kind, cause_id) do nothing
    returning id, teammate_id, mail_due_at`.execute(ctx.db);
  for (const { id, teammate_id, mail_due_at } of given) {
    ctx.touch('notice', id);
    if (mail_due_at) planMail(ctx, teammate_id, mail_due_at);
    if (pushed.has(teammate_id)) planPush(ctx, teammate_id);
  }
}

const hourMs = 3_600_000;

/** At once, or with the others at the next full hour. */
function mailDueAt(now: Date, choice: string | undefined): string | null {
  if (choice === 'at-once') return now.toISOString();
  if (choice === 'digest') return new Date(Math.floor(now.getTime() / hourMs + 1) * hourMs).toISOString();
  return null;
}
