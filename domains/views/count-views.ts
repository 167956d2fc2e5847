import { type Kysely, sql } from 'kysely';
import { conditionsOf, countFiltered, newestChange, readFilter } from '#domains/conversations';
import type { Filter } from '#domains/conversations/contract';
import type { ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { scopeOf } from '#platform/policy';
import { type ViewRow, viewsOf } from './queries.ts';

/** A view is counted so far; more is "999+". */
const countLimit = 1_000;
/** One count may take this long; a view that needs more shows no number. */
const countLimitMs = 50;
/** What was counted stays so long at least, and at most: dates move on without anything changing. */
const freshMs = 2_000;
const staleMs = 60_000;
/** A count that took long is asked for more rarely: at most a fiftieth of the time goes into it. */
const restFactor = 50;
/** Most counts kept in this process. */
const keptLimit = 20_000;

interface Kept {
  readonly count: number | null;
  readonly token: string;
  readonly atMs: number;
  readonly tookMs: number;
}

/** Counts per view and scope, in this process alone: reading writes nothing, and another process counts for itself. */
const kept = new Map<string, Kept>();

/** How many each view holds for the reader: as it was counted last, unless something changed since. */
export async function countViews(
  ctx: ReadCtx,
): Promise<{ rows: { id: string; count: number | null }[]; againInMs: number | null }> {
  const views = await viewsOf(ctx);
  if (views.length === 0) return { rows: [], againInMs: null };
  const token = await newestChange(ctx);
  const rows: { id: string; count: number | null }[] = [];
  const waits: number[] = [];
  for (const view of views) {
    const counted = await countOf(ctx, view, token);
    rows.push({ id: view.id, count: counted.count });
    if (counted.token !== token) waits.push(Math.ceil(goodForMs(counted)));
  }
  return { rows, againInMs: waits.length > 0 ? Math.max(0, ...waits) : null };
}

/** How many a filter that is being written holds for the reader; null where counting took too long. */
export async function countFilter(ctx: ReadCtx, text: string): Promise<{ count: number | null }> {
  return { count: await countWithin(ctx, readFilter(text) ?? everything) };
}

const everything: Filter = { match: 'all', of: [] };

async function countOf(ctx: ReadCtx, view: ViewRow, token: string): Promise<Kept> {
  const key = keyOf(ctx, view);
  const known = kept.get(key);
  const nowMs = performance.now();
  if (known && isGood(known, token, nowMs)) return known;
  const count = await countWithin(ctx, view.filter);
  const tookMs = performance.now() - nowMs;
  if (kept.size >= keptLimit) kept.clear();
  const counted = { count, token, atMs: nowMs, tookMs };
  kept.set(key, counted);
  return counted;
}

function isGood(known: Kept, token: string, nowMs: number): boolean {
  const ageMs = nowMs - known.atMs;
  if (ageMs > staleMs) return false;
  return known.token === token || ageMs < restOf(known);
}

/** How long a number stays although something changed since. */
function restOf({ tookMs }: Kept): number {
  return Math.min(staleMs, Math.max(freshMs, tookMs * restFactor));
}

function goodForMs(known: Kept): number {
  return Math.max(1, restOf(known) - (performance.now() - known.atMs));
}

/** What is true for one reader and not for another. */
const personal: ReadonlySet<string> = new Set(['unread', 'follows', 'mentioned', 'drafted']);

/** Who shares a scope shares its counts; what says "me" is counted for each. */
function keyOf(ctx: ReadCtx, view: ViewRow): string {
  const scope = scopeOf(ctx.actor, 'conversations.read');
  const isPersonal =
    scope === 'own' ||
    scope === 'team' ||
    conditionsOf(view.filter).some(
      (one) => ('values' in one && (one.values as readonly unknown[]).includes('me')) || personal.has(one.field),
    );
  const brands = ctx.actor.brandIds === 'all' ? 'all' : [...ctx.actor.brandIds].sort().join();
  const who = isPersonal ? `${ctx.actor.id} ${[...ctx.actor.teamIds].sort().join()}` : '';
  return `${ctx.workspaceId} ${view.id} ${view.changedAt.getTime()} ${scope} ${brands} ${who}`;
}

const timedOut = '57014';

/**
 * Counts within its time. The limit holds for one transaction only, so this read needs one of its own: nothing is
 * changed in it, and no verb runs.
 */
async function countWithin(ctx: ReadCtx, filter: Filter): Promise<number | null> {
  try {
    return await ctx.db.transaction().execute(async (db: Kysely<DB>) => {
      await sql`set local statement_timeout = ${sql.lit(countLimitMs)}`.execute(db);
      return countFiltered({ ...ctx, db }, { filter }, countLimit);
    });
  } catch (error) {
    if ((error as { code?: string }).code === timedOut) return null;
    throw error;
  }
}
