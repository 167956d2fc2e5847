import { addBusinessSeconds, businessSecondsBetween, type Calendar } from '#science/business-time';
import { calendarById } from '#domains/calendars';
import { firstPromiseDue, loadMany, noteDue, rowHere } from '#domains/conversations';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { writeLater } from '#platform/database';
import { systemActor } from '#platform/policy';
import { type ClockKind, slaMet, slaMissed } from './contract.ts';

/** A clock that runs: promised, not met, not withdrawn. */
export interface RunningClock {
  readonly id: string;
  readonly conversationId: string;
  readonly kind: ClockKind;
  readonly calendarId: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly missedAt: Date | null;
}

/** Most clocks of one conversation that run at once: one of each kind. */
const runningLimit = 2;
/** A warning comes when this share of the promised time is gone. */
const warnShare = 0.75;

/** When to warn and when it is due, from when it starts; null where the calendar never opens. */
export function promisedTimes(
  hours: Calendar,
  startedAt: Date,
  targetSeconds: number,
): { warnAt: Date; dueAt: Date } | null {
  const warnAt = addBusinessSeconds(hours, startedAt, Math.round(targetSeconds * warnShare));
  const dueAt = addBusinessSeconds(hours, startedAt, targetSeconds);
  return warnAt && dueAt ? { warnAt, dueAt } : null;
}

/** The clocks of a conversation that run, under their row locks. */
export async function lockRunning(ctx: Ctx, conversationId: string): Promise<readonly RunningClock[]> {
  const rows = await ctx.db
    .selectFrom('clocks')
    .select(['id', 'kind', 'calendar_id', 'started_at', 'due_at', 'missed_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('met_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_at')
    .limit(runningLimit)
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    conversationId,
    kind: row.kind as ClockKind,
    calendarId: row.calendar_id,
    startedAt: row.started_at,
    dueAt: row.due_at,
    missedAt: row.missed_at,
  }));
}

const leftKey = (conversationId: string): string => `sla.left:${conversationId}`;

/** What ran was looked at under its locks and left as it was: who meets it next in this transaction need not read it again. */
export function leaveRunning(ctx: Ctx, conversationId: string, running: readonly RunningClock[]): void {
  ctx.memo.set(leftKey(conversationId), running);
}

/** What was left running just before, once; else what runs now. */
export async function takeRunning(ctx: Ctx, conversationId: string): Promise<readonly RunningClock[]> {
  const left = ctx.memo.get(leftKey(conversationId)) as readonly RunningClock[] | undefined;
  ctx.memo.delete(leftKey(conversationId));
  return left ?? lockRunning(ctx, conversationId);
}

/** Somebody answered: the clock stops, and keeps how much business time it took. */
export async function meet(
  ctx: Ctx,
  clock: RunningClock,
  by: { readonly id: string; readonly teammateId: string | null; readonly at: Date },
): Promise<void> {
  const { hours } = await calendarById(ctx, clock.calendarId);
  const at = by.at < clock.startedAt ? clock.startedAt : by.at;
  const takenSeconds = Math.round(businessSecondsBetween(hours, clock.startedAt, at));
  if (at > clock.dueAt) await miss(ctx, clock);
  const changed = ctx.db
    .updateTable('clocks')
    .set({ met_at: at, met_by: by.id, met_by_teammate: by.teammateId, taken_seconds: takenSeconds })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', clock.id);
  await writeLater(ctx.db, changed);
  const facts = { clockId: clock.id, kind: clock.kind, dueAt: clock.dueAt.toISOString() };
  const body = { ...facts, inTime: at <= clock.dueAt, takenSeconds, teammateId: by.teammateId };
  ctx.emit(slaMet, clock.conversationId, body, { occurredAt: at });
}

/** The time was over before anybody answered: told once, dated when it was over. */
export async function miss(ctx: Ctx, clock: RunningClock): Promise<void> {
  if (clock.missedAt) return;
  const changed = ctx.db
    .updateTable('clocks')
    .set({ missed_at: clock.dueAt })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', clock.id);
  await writeLater(ctx.db, changed);
  const body = { clockId: clock.id, kind: clock.kind, dueAt: clock.dueAt.toISOString() };
  ctx.emit(slaMissed, clock.conversationId, body, { occurredAt: clock.dueAt });
}

/** Nobody is owed anything any more: closed, or waiting for the customer or others. */
export async function withdraw(ctx: Ctx, clock: RunningClock, at: Date): Promise<void> {
  if (at > clock.dueAt) await miss(ctx, clock);
  const changed = ctx.db
    .updateTable('clocks')
    .set({ withdrawn_at: at })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', clock.id);
  await writeLater(ctx.db, changed);
}

/** Writes what is owed first onto the conversation's row, so that lists sort and count down without asking us. */
export async function tellRow(ctx: Ctx, conversationId: string): Promise<void> {
  const [next] = await lockRunning(ctx, conversationId);
  await oweFirst(ctx, conversationId, next ?? null);
}

/** The clock that ends first, or what a teammate promised by a time of its own, whichever comes earlier. */
export async function oweFirst(
  ctx: Ctx,
  conversationId: string,
  clock: Pick<RunningClock, 'dueAt' | 'kind'> | null,
): Promise<void> {
  const promised = await firstPromiseDue(ctx, conversationId);
  await oweSooner(ctx, conversationId, clock, promised);
}

/** The same where the first promise is known already. */
export async function oweSooner(
  ctx: Ctx,
  conversationId: string,
  clock: Pick<RunningClock, 'dueAt' | 'kind'> | null,
  promised: Date | null,
): Promise<void> {
  const isPromise = promised !== null && (clock === null || promised < clock.dueAt);
  const next = isPromise ? { dueAt: promised, kind: 'promise' as const } : clock;
  await owe(ctx, conversationId, next, rowHere(ctx, conversationId));
}

/** The same where the nearest promise is known already; and the row too, then nobody waits for it to be written. */
export async function owe(
  ctx: Ctx,
  conversationId: string,
  next: { readonly dueAt: Date; readonly kind: ClockKind | 'promise' } | null,
  row?: Awaited<ReturnType<typeof conversationRow>>,
): Promise<void> {
  await noteDue(asHouse(ctx), conversationId, { dueAt: next?.dueAt ?? null, kind: next?.kind ?? null }, row);
}

/** The conversation's row, whoever acted: clocks run for conversations the actor does not see, too. */
export async function conversationRow(ctx: ReadCtx, conversationId: string) {
  const [row] = await loadMany(asHouse(ctx), [conversationId]);
  if (!row) throw new Error('A clock without its conversation.');
  return row;
}

/** The same context with our own authority; what is told stays with whoever acted. */
export function asHouse<C extends ReadCtx>(ctx: C): C {
  return { ...ctx, actor: systemActor };
}
