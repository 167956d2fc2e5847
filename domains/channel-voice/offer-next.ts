import { sql } from 'kysely';
import { loadActor } from '#domains/identity';
import { freeForCalls } from '#domains/presence';
import { teammateIdsOfTeams } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { callOffered } from './contract.ts';
import type { Call, Offer } from './load.ts';
import { mayTake } from './policy.ts';
import { limitsOf } from './settings.ts';

/** How often one call rings for the same teammate, before it only waits. */
const offersEach = 2;
/** Most free teammates looked at for one offer; the rest of a large team is asked by the next one. */
const candidateLimit = 25;

/** The job that ends an offer nobody took, and the call when it has waited long enough. */
export const passOnJob = 'channel-voice.pass-on';

/**
 * Offers a ringing call to the next teammate: free, of its team, may take it, rang least for it, waited longest. With
 * nobody free the call waits: the next one who becomes available gets it, and all it reaches may take it meanwhile.
 */
export async function offerNext(ctx: Ctx, call: Call): Promise<Call> {
  for (const teammateId of await candidates(ctx, call)) {
    const offered = await offerTo(ctx, call, teammateId);
    if (offered) return offered;
  }
  return call;
}

/** Offers to one teammate; null where another call rings for them or they may not take it. */
export async function offerTo(ctx: Ctx, call: Call, teammateId: string): Promise<Call | null> {
  const actor = await loadActor(ctx, teammateId);
  if (!mayTake(actor, { brandId: call.brand_id, teamId: call.team_id })) return null;

  const { offerSeconds } = await limitsOf(ctx);
  const offer: Offer = {
    call_id: call.id,
    position: call.offers.length + 1,
    teammate_id: teammateId,
    offered_at: ctx.now,
    until: new Date(ctx.now.getTime() + offerSeconds * 1000),
    over_at: null,
    how: null,
  };
  // The unique index holds one ringing call to one teammate: who loses the race looks at the next one.
  const made = await ctx.db
    .insertInto('call_offers')
    .values({ workspace_id: ctx.workspaceId, ...offer })
    .onConflict((conflict) => conflict.doNothing())
    .returning('position')
    .executeTakeFirst();
  if (!made) return null;
  ctx.emit(callOffered, call.id, { contactId: call.contact_id, teammateId, until: offer.until.toISOString() });
  ctx.enqueue(passOnJob, { callId: call.id }, { startAfter: offer.until });
  return { ...call, offers: [...call.offers, offer] };
}

async function candidates(ctx: Ctx, call: Call): Promise<readonly string[]> {
  const pool = call.team_id === null ? 'everybody' : await teammateIdsOfTeams(ctx, [call.team_id]);
  const free = await freeForCalls(ctx, pool);
  const rang = (id: string) => call.offers.filter((offer) => offer.teammate_id === id).length;
  const busy = await ringingFor(ctx, free);
  return free
    .filter((id) => rang(id) < offersEach && !busy.has(id))
    .map((id, position) => ({ id, position }))
    .sort((a, b) => rang(a.id) - rang(b.id) || a.position - b.position)
    .slice(0, candidateLimit)
    .map(({ id }) => id);
}

/** Those of them for whom some call rings at this moment. */
async function ringingFor(ctx: Ctx, teammateIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (teammateIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('call_offers')
    .select('teammate_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .where('over_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.teammate_id));
}
