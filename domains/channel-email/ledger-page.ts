import { sql } from 'kysely';
import { loadMany } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import { planAfresh } from '#platform/database';
import type { Fate, LedgerRow, LedgerSummary, MailKind } from './contract.ts';
import { type LedgerEvidence, ledgerColumns, ledgerRow, type StoredLedgerRow } from './ledger.ts';
import type { MailLine } from './mail-line.ts';
import { wayIn } from './way-in.ts';

/** Parked mails of a line that wait for somebody, counted up to this many. */
export const parkedLimit = 100;
/** Mails counted by kind; the newest of them where there are more. */
const countedUpTo = 20_000;

/** What of a line's ledger is asked for. */
export interface LedgerAsk {
  readonly lineId: string;
  readonly kind?: MailKind | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The same function as in the tables, so that the index by kind answers. */
const kind = sql<string>`mail_kind(fate, reason)`;

/** One page of a line's ledger, newest first. */
export async function ledgerPage(
  ctx: ReadCtx,
  ask: LedgerAsk,
): Promise<{ rows: StoredLedgerRow[]; next: string | null }> {
  const last = ask.after === undefined ? undefined : await ledgerRow(ctx, ask.after);
  if (ask.after !== undefined && !last) return { rows: [], next: null };
  const rows = await ctx.db
    .selectFrom('mail_ledger')
    .select(ledgerColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', ask.lineId)
    .$if(ask.kind !== undefined, (query) => query.where(kind, '=', ask.kind ?? ''))
    .$if(ask.since !== undefined, (query) => query.where(since(ask.since ?? '')))
    .$if(ask.until !== undefined, (query) => query.where('recorded_at', '<', new Date(ask.until ?? '')))
    .$if(ask.text !== undefined, (query) => query.where(hasPart(ask.text ?? '')))
    .$if(last !== undefined, (query) =>
      query.where(sql<boolean>`(recorded_at, id) < (${last?.recorded_at}::timestamptz, ${last?.id}::uuid)`),
    )
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(ask.limit + 1)
    .execute();
  const shown = rows.slice(0, ask.limit);
  return { rows: shown, next: rows.length > ask.limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Whole months before it are not even opened. */
function since(moment: string) {
  const at = new Date(moment);
  return sql<boolean>`(recorded_at >= ${at} and month >= ${monthOf(at)})`;
}

function monthOf(at: Date): string {
  return `${at.toISOString().slice(0, 7)}-01`;
}

/** Word for word the expression of the index by part. */
function hasPart(text: string) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`${sql.raw(planAfresh)} lower(coalesce(from_address, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(message_id, '')) like ${pattern}`;
}

/** How many mails of a line wait for somebody's decision, `parkedLimit` meaning that many or more. */
export async function countParked(ctx: ReadCtx, lineId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from mail_ledger
      where workspace_id = ${ctx.workspaceId} and line_id = ${lineId}
        and settled_at is null and mail_kind(fate, reason) in ('parked', 'received')
      limit ${parkedLimit}
    ) as waiting`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** How many mails came since a moment, by what became of them: read from the index by time alone, and bounded. */
export async function ledgerSummary(ctx: ReadCtx, line: MailLine, from: string): Promise<LedgerSummary> {
  const { id: lineId } = line;
  const at = new Date(from);
  const { rows } = await sql<{ kind: MailKind; count: number }>`
    select mail_kind(fate, reason) as kind, count(*)::int as count from (
      select fate, reason from mail_ledger
      where workspace_id = ${ctx.workspaceId} and line_id = ${lineId} and month >= ${monthOf(at)} and recorded_at >= ${at}
      order by recorded_at desc limit ${countedUpTo}
    ) as latest group by 1`.execute(ctx.db);
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    since: at.toISOString(),
    kinds: rows,
    isCut: total >= countedUpTo,
    waiting: await countParked(ctx, lineId),
    way: await wayIn(ctx, line),
  };
}

/** Rows as readers see them; `mayRecover` is the policy's answer, and a conversation they may not see has no number. */
export async function ledgerViews(
  ctx: ReadCtx,
  rows: readonly StoredLedgerRow[],
  mayRecover: boolean,
): Promise<LedgerRow[]> {
  const ids = [...new Set(rows.flatMap((row) => row.conversation_id ?? []))];
  const numbers = new Map((await loadMany(ctx, ids)).map((one) => [one.id, Number(one.number)]));
  return rows.map((row) => ledgerView(row, mayRecover, numbers.get(row.conversation_id ?? '') ?? null));
}

/** One row as readers see it. */
export function ledgerView(row: StoredLedgerRow, mayRecover: boolean, number: number | null): LedgerRow {
  return {
    id: row.id,
    lineId: row.line_id,
    door: row.door as LedgerRow['door'],
    arrivedAt: row.arrived_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    from: row.from_address,
    subject: row.subject,
    sizeBytes: Number(row.size_bytes),
    fate: row.fate as Fate,
    kind: kindOf(row),
    reason: row.reason,
    why: row.why,
    fits: row.fate === 'parked' ? ((row.evidence as LedgerEvidence).places?.length ?? 0) : 0,
    conversationId: row.conversation_id,
    number,
    entryId: row.entry_id,
    settledAt: row.settled_at?.toISOString() ?? null,
    can: mayRecover ? acts(row) : [],
  };
}

/** The twin of `mail_kind` in the tables; a test holds the two together. */
export function kindOf({ fate, reason }: { readonly fate: string; readonly reason: string | null }): MailKind {
  if (fate === 'threaded' && reason === 'bounce') return 'bounce';
  if (fate !== 'parked') return fate as Fate;
  if (reason === 'auto-reply' || reason === 'receipt') return 'automatic';
  return reason === 'list' || reason === 'never' || reason === 'left' || reason === 'test' ? reason : 'parked';
}

function acts(row: StoredLedgerRow): LedgerRow['can'] {
  if (row.fate !== 'parked' || row.sha256 === null || row.reason === 'test') return [];
  return row.settled_at === null ? ['recover', 'leave'] : ['recover'];
}
