import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';

/** How long a holder owns a mailbox without saying so again, and how often it does, in seconds. */
export const leaseSeconds = 30;
export const renewSeconds = 8;

/** Where a mailbox was left. */
export interface MailboxPosition {
  readonly uidValidity: bigint | null;
  readonly lastUid: number;
  readonly firstUid: number;
  /** Set when the host numbered anew: read mails from then on may still be unknown to us. */
  readonly lookBackFrom: Date | null;
}

/** How far we look back after a new numbering: what somebody read in the meantime elsewhere. */
const lookBackDays = 3;

export type MailboxState = 'new' | 'connected' | 'waiting' | 'failing' | 'off';

/**
 * Takes or keeps a mailbox for one holder; null while another has it. A lease in a row, not an advisory lock: it needs no
 * connection of its own per mailbox and works behind a pooler. Should it ever be wrong, the claims still hold. A lease that
 * ends later than any could was given before the database's clock was set back: its holder renews it or is gone.
 */
export async function holdMailbox(ctx: Ctx, lineId: string, holder: string): Promise<MailboxPosition | null> {
  await ctx.db
    .insertInto('mailboxes')
    .values({ workspace_id: ctx.workspaceId, line_id: lineId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { rows } = await sql<{
    uid_validity: string | null;
    last_uid: string;
    first_uid: string;
    look_back_from: Date | null;
  }>`
    update mailboxes set held_by = ${holder}, held_until = now() + make_interval(secs => ${leaseSeconds})
    where workspace_id = ${ctx.workspaceId} and line_id = ${lineId}
      and (held_by is null or held_by = ${holder} or held_until < now()
        or held_until > now() + make_interval(secs => ${2 * leaseSeconds}))
    returning uid_validity::text, last_uid::text, first_uid::text, look_back_from`.execute(ctx.db);
  const [row] = rows;
  if (!row) return null;
  return {
    uidValidity: row.uid_validity === null ? null : BigInt(row.uid_validity),
    lastUid: Number(row.last_uid),
    firstUid: Number(row.first_uid),
    lookBackFrom: row.look_back_from,
  };
}

/** Where a mailbox stands; null while nobody has looked into it yet. */
export async function mailboxPosition(
  ctx: ReadCtx,
  lineId: string,
): Promise<{ uidValidity: bigint; firstUid: number; lastUid: number } | null> {
  const row = await ctx.db
    .selectFrom('mailboxes')
    .select(['uid_validity', 'first_uid', 'last_uid'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
  if (!row || row.uid_validity === null) return null;
  return { uidValidity: BigInt(row.uid_validity), firstUid: Number(row.first_uid), lastUid: Number(row.last_uid) };
}

/** Gives a mailbox back, so that another need not wait for the lease to end. */
export async function releaseMailbox(ctx: Ctx, lineId: string, holder: string): Promise<void> {
  await ctx.db
    .updateTable('mailboxes')
    .set({ held_by: null, held_until: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('held_by', '=', holder)
    .execute();
}

/** The host numbered the folder anew, or we see it for the first time: what was there before is ours only where unread. */
export async function startNumbering(
  ctx: Ctx,
  lineId: string,
  before: MailboxPosition,
  uidValidity: bigint,
  uidNext: number,
): Promise<MailboxPosition> {
  const isFirst = before.uidValidity === null;
  const lookBackFrom = isFirst ? null : new Date(ctx.now.getTime() - lookBackDays * 86_400_000);
  await ctx.db
    .updateTable('mailboxes')
    .set({ uid_validity: String(uidValidity), last_uid: 0, first_uid: uidNext, look_back_from: lookBackFrom })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .execute();
  return { uidValidity, lastUid: 0, firstUid: uidNext, lookBackFrom };
}

/** Everything up to this mail is ours or was left aside for good. Never goes back. */
export async function moveOn(ctx: Ctx, lineId: string, uidValidity: bigint, uid: number): Promise<void> {
  await ctx.db
    .updateTable('mailboxes')
    .set({ last_uid: uid, last_mail_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('uid_validity', '=', Number(uidValidity))
    .where('last_uid', '<', uid)
    .execute();
}

/** Says how a mailbox is; `since` stays while the state does. */
export async function sayState(ctx: Ctx, lineId: string, state: MailboxState, says: string): Promise<void> {
  await sql`
    insert into mailboxes (workspace_id, line_id, state, says, since, last_seen_at)
    values (${ctx.workspaceId}, ${lineId}, ${state}, ${says.slice(0, 1_000)}, ${ctx.now}, ${state === 'connected' ? ctx.now : null})
    on conflict (workspace_id, line_id) do update set
      since = case when mailboxes.state = excluded.state then mailboxes.since else excluded.since end,
      state = excluded.state, says = excluded.says, last_seen_at = coalesce(excluded.last_seen_at, mailboxes.last_seen_at)`.execute(
    ctx.db,
  );
}

/** How the mailboxes of these lines are. */
export async function mailboxesOf(ctx: ReadCtx, lineIds: readonly string[]) {
  if (lineIds.length === 0) return [];
  return ctx.db
    .selectFrom('mailboxes')
    .select(['line_id', 'state', 'says', 'since', 'last_seen_at', 'last_mail_at', 'compared_at', 'compared'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`line_id = any(${lineIds}::uuid[])`)
    .execute();
}
