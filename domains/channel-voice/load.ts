import { type Selectable, sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound } from '#platform/problem';
import type { CallState } from './contract.ts';
import { can, type CallFacts } from './policy.ts';

type CallRow = Omit<Selectable<DB['calls']>, 'workspace_id'>;
export type Offer = Omit<Selectable<DB['call_offers']>, 'workspace_id'>;

/** A call with all its offers, oldest first. */
export interface Call extends CallRow {
  readonly offers: readonly Offer[];
}

/** All columns of a call, by name: a column added beside a running server never breaks its plans. */
const columns = [
  'id',
  'brand_id',
  'line_id',
  'queue_id',
  'team_id',
  'contact_id',
  'conversation_id',
  'conversation_number',
  'thread_id',
  'entry_id',
  'customer_id',
  'customer_name',
  'from_number',
  'to_number',
  'subject',
  'matched_by',
  'joined_at',
  'simulated_at',
  'started_at',
  'answered_at',
  'answered_by',
  'held_at',
  'ended_at',
  'ended_by',
  'outcome',
  'wrapped_up_at',
  'version',
] as const;

/** How a call stands, from its dates. */
export function stateOf(call: Pick<CallRow, 'answered_at' | 'held_at' | 'ended_at' | 'wrapped_up_at'>): CallState {
  if (call.wrapped_up_at) return 'done';
  if (call.ended_at) return call.answered_at ? 'wrap-up' : 'done';
  if (!call.answered_at) return 'ringing';
  return call.held_at ? 'held' : 'talking';
}

/** The offer that rings now. */
export function openOffer(call: Call): Offer | null {
  return call.offers.find(({ over_at }) => over_at === null) ?? null;
}

/** What the policy looks at, from a row. */
export function factsOf(call: Call): CallFacts {
  return {
    brandId: call.brand_id,
    teamId: call.team_id,
    state: stateOf(call),
    simulated: call.simulated_at !== null,
    answeredBy: call.answered_by,
    offeredTo: openOffer(call)?.teammate_id ?? null,
    rangFor: new Set(call.offers.map(({ teammate_id }) => teammate_id)),
  };
}

/** A call the actor may see; what they may not see does not exist. */
export async function load(ctx: ReadCtx, id: string): Promise<Call> {
  const call = (await loadMany(ctx, [id])).get(id);
  if (!call || !can.read(ctx.actor, factsOf(call))) throw notFound();
  return call;
}

/** The same under its row lock: of two who answer at once, the second waits and sees who was first. */
export async function lock(ctx: Ctx, id: string): Promise<Call> {
  const call = await lockAny(ctx, id);
  if (!call || !can.read(ctx.actor, factsOf(call))) throw notFound();
  return call;
}

/** Under its row lock, whoever asks: for what we do ourselves. */
export async function lockAny(ctx: Ctx, id: string): Promise<Call | null> {
  const row = await rows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? { ...row, offers: await offersOf(ctx, [id]) } : null;
}

/** Under its row lock, unless somebody is changing it at this moment: it is theirs then. */
export async function lockUnlocked(ctx: Ctx, id: string): Promise<Call | null> {
  const row = await rows(ctx).where('id', '=', id).forUpdate().skipLocked().executeTakeFirst();
  return row ? { ...row, offers: await offersOf(ctx, [id]) } : null;
}

/** Several at once, whoever asks; the views ask the policy. */
export async function loadMany(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, Call>> {
  if (ids.length === 0) return new Map();
  const found = await rows(ctx)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map((await withOffers(ctx, found)).map((call) => [call.id, call]));
}

/** The rows of one workspace; narrow it further and run it. */
export function rows(ctx: ReadCtx) {
  return ctx.db.selectFrom('calls').select(columns).where('workspace_id', '=', ctx.workspaceId);
}

/** Rows with their offers beside them. */
export async function withOffers(ctx: ReadCtx, found: readonly CallRow[]): Promise<readonly Call[]> {
  const offers = Map.groupBy(
    await offersOf(
      ctx,
      found.map(({ id }) => id),
    ),
    ({ call_id }) => call_id,
  );
  return found.map((row) => ({ ...row, offers: offers.get(row.id) ?? [] }));
}

async function offersOf(ctx: ReadCtx, callIds: readonly string[]): Promise<readonly Offer[]> {
  if (callIds.length === 0) return [];
  return ctx.db
    .selectFrom('call_offers')
    .select(['call_id', 'position', 'teammate_id', 'offered_at', 'until', 'over_at', 'how'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('call_id', '=', sql<string>`any(${[...callIds]}::uuid[])`)
    .orderBy('call_id')
    .orderBy('position')
    .execute();
}
