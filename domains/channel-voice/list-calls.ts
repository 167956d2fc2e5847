import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#platform/database';
import type { ReadCtx } from '#platform/ctx';
import { type Actor, scopeOf } from '#platform/policy';
import type { CallView } from './contract.ts';
import { rows, withOffers } from './load.ts';
import { me } from './me.ts';
import { viewOf, viewsOf } from './views.ts';

/** Most live calls one list shows; a house with more has a live board by team. */
const liveLimit = 200;

/** What rings, is spoken or waits for its wrap-up, longest first; or the latest that are over. */
export async function listCalls(ctx: ReadCtx, ask: { state: 'live' | 'done'; limit: number }): Promise<CallView[]> {
  const found = await rows(ctx)
    .where(visible(ctx.actor))
    .$if(ask.state === 'live', (query) => query.where(isLive).orderBy('started_at').orderBy('id').limit(liveLimit))
    .$if(ask.state === 'done', (query) =>
      query
        .where((eb) => eb.not(isLive(eb)))
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(ask.limit),
    )
    .execute();
  return viewsOf(ctx, await withOffers(ctx, found));
}

/** The call I am in, that waits for my wrap-up, or that rings for me: in this order, one alone. */
export async function myCall(ctx: ReadCtx): Promise<CallView | null> {
  const teammateId = me(ctx);
  const found = await rows(ctx)
    .where((eb) =>
      eb.or([
        eb.and([eb('answered_by', '=', teammateId), eb('wrapped_up_at', 'is', null)]),
        eb.and([eb('answered_by', 'is', null), eb('ended_at', 'is', null), ringsFor(eb, teammateId, true)]),
      ]),
    )
    .orderBy(sql`(answered_by is not null and ended_at is null)`, 'desc')
    .orderBy(sql`(answered_by is null)`, 'desc')
    .orderBy('started_at')
    .limit(1)
    .execute();
  const [call] = await withOffers(ctx, found);
  return call ? viewOf(ctx, call) : null;
}

type Calls = ExpressionBuilder<DB, 'calls'>;

/** Rings, is spoken, or waits for its wrap-up. */
export function isLive(eb: Calls) {
  return eb.or([
    eb('ended_at', 'is', null),
    eb.and([eb('answered_by', 'is not', null), eb('wrapped_up_at', 'is', null)]),
  ]);
}

/** The SQL twin of `can.read`: a property test holds the two together. */
export function visible(actor: Actor) {
  return (eb: Calls) => {
    const own = actor.id ?? nobody;
    const brand = actor.brandIds === 'all' ? eb.lit(true) : eb('brand_id', '=', anyOf([...actor.brandIds]));
    const scope = scopeOf(actor, 'calls.take');
    const ofTeams = eb.or([eb('team_id', 'is', null), eb('team_id', '=', anyOf([...actor.teamIds]))]);
    const rings = eb.and([eb('answered_by', 'is', null), eb('ended_at', 'is', null)]);
    const reached = {
      all: eb.lit(true),
      brand: eb.lit(true),
      team: ofTeams,
      own: eb.and([ofTeams, rings]),
      none: eb.lit(false),
    }[scope ?? 'none'];
    return eb.and([brand, eb.or([reached, eb('answered_by', '=', own), ringsFor(eb, own, false)])]);
  };
}

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

/** Whether a call rang for a teammate, or rings now. */
export function ringsFor(eb: Calls, teammateId: string, now: boolean) {
  return eb.exists(
    eb
      .selectFrom('call_offers')
      .select('call_offers.position')
      .whereRef('call_offers.workspace_id', '=', 'calls.workspace_id')
      .whereRef('call_offers.call_id', '=', 'calls.id')
      .where('call_offers.teammate_id', '=', teammateId)
      .$if(now, (query) => query.where('call_offers.over_at', 'is', null)),
  );
}
