import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import type { HeldAddress } from './contract.ts';
import type { MailLine } from './mail-line.ts';

/** How long an address must be quiet before its brake lets go by itself, in minutes. */
const quietMinutes = 60;
/** Most addresses shown as held back. */
const heldLimit = 100;

/** What an address did in the last hour, up to its budget, and whether its brake holds. */
export interface Lately {
  readonly recent: number;
  readonly held: boolean;
}

/** Nobody counts what this address sent. */
export const nothingLately: Lately = { recent: 0, held: false };

interface Since {
  readonly workspaceId: string;
  readonly lineId: string;
  readonly sender: string;
  readonly month: string;
  readonly since: Date;
  readonly budget: number;
  readonly now: Date;
}

const lateRows = builtOnce(
  (_, given: Since) => sql<Lately>`
    select
      (select count(*)::int from (
        select 1 from mail_ledger
        where workspace_id = ${given.workspaceId} and month >= ${given.month}
          and from_address = ${given.sender} and recorded_at > ${given.since} and door <> 'import'
        limit ${given.budget}) as lately) as recent,
      exists (select 1 from mail_brakes
        where workspace_id = ${given.workspaceId} and line_id = ${given.lineId} and sender = ${given.sender}
          and until > ${given.now}) as held`,
);

/** What heldBack judges by. */
export async function lateMails(ctx: ReadCtx, line: MailLine, from: string | null): Promise<Lately> {
  const budget = line.settings.budgetPerHour;
  if (from === null || budget === 0) return nothingLately;
  const sender = senderKey(from);
  const since = new Date(ctx.now.getTime() - 3_600_000);
  const month = `${since.toISOString().slice(0, 7)}-01`;
  const { workspaceId, now } = ctx;
  const [lately] = await lateRows(ctx.db, { workspaceId, lineId: line.id, sender, month, since, budget, now });
  return lately ?? nothingLately;
}

/**
 * Why an address is held back, in a sentence; null where it is not. Beyond its budget it is from here on, until it was
 * quiet for a while.
 */
export async function heldBack(
  ctx: Ctx,
  line: MailLine,
  from: string | null,
  { recent, held }: Lately,
): Promise<string | null> {
  const budget = line.settings.budgetPerHour;
  if (from === null || budget === 0 || (!held && recent < budget)) return null;
  await holdBack(ctx, line.id, senderKey(from));
  return `This address sent ${budget} mails in an hour, more than a person writes: held back until it is quiet for an hour. Take in what matters, let the address through, or raise the number in the line’s settings.`;
}

function senderKey(address: string): string {
  return address.toLowerCase().slice(0, 320);
}

async function holdBack(ctx: Ctx, lineId: string, sender: string): Promise<void> {
  await sql`
    insert into mail_brakes (workspace_id, line_id, sender, since, until, held)
    values (${ctx.workspaceId}, ${lineId}, ${sender}, ${ctx.now}, ${ctx.now}::timestamptz + make_interval(mins => ${quietMinutes}), 1)
    on conflict (workspace_id, line_id, sender) do update set
      since = case when mail_brakes.until < excluded.since then excluded.since else mail_brakes.since end,
      held = case when mail_brakes.until < excluded.since then 1 else mail_brakes.held + 1 end,
      until = excluded.until`.execute(ctx.db);
}

/** The brake of an address lets go. */
export async function letGo(ctx: Ctx, lineId: string, sender: string): Promise<void> {
  await ctx.db
    .deleteFrom('mail_brakes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('sender', '=', sender)
    .execute();
}

/** Addresses of a line that are held back now, the last first. */
export async function heldAddresses(ctx: ReadCtx, lineId: string): Promise<HeldAddress[]> {
  const rows = await ctx.db
    .selectFrom('mail_brakes')
    .select(['sender', 'since', 'until', 'held'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('until', '>', ctx.now)
    .orderBy('until', 'desc')
    .limit(heldLimit)
    .execute();
  return rows.map((row) => ({
    address: row.sender,
    since: row.since.toISOString(),
    until: row.until.toISOString(),
    held: Number(row.held),
  }));
}
