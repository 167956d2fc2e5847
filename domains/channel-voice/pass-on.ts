import { freeForCalls } from '#domains/presence';
import type { presenceChanged } from '#domains/presence/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { change, endOffer } from './change.ts';
import type { callOfferOver } from './contract.ts';
import { endUnanswered } from './end.ts';
import { type Call, lockAny, lockUnlocked, openOffer, rows, stateOf } from './load.ts';
import { offerNext, offerTo } from './offer-next.ts';
import { limitsOf } from './settings.ts';

/** Most waiting calls looked at when somebody becomes free. */
const waitingLimit = 20;
/** Who was available longer ago than this is not rung for it: a history told afterwards is no presence. */
const lateLimitMs = 3_600_000;

/**
 * What the clock does with a ringing call: an offer nobody took ends and the call rings for the next teammate; a call
 * that waited as long as the line allows is missed. Both are dated at their limit, however late this runs, and running
 * it again or for a call that was answered changes nothing.
 */
export async function passOn(ctx: Ctx, callId: string): Promise<void> {
  const call = await lockAny(ctx, callId);
  if (!call || stateOf(call) !== 'ringing') return;
  const missedAt = new Date(call.started_at.getTime() + (await limitsOf(ctx)).waitSeconds * 1000);
  if (missedAt <= ctx.now) {
    await endUnanswered(ctx, call, 'missed', missedAt);
    return;
  }
  const offer = openOffer(call);
  if (offer && offer.until > ctx.now) return;
  const quiet = offer ? await endOffer(ctx, call, 'lapsed', offer.until) : call;
  const next = await offerNext(ctx, quiet);
  if (next !== call) await change(ctx, next, {});
}

/** In the same transaction as somebody becoming available: the call that waits longest rings for them. */
export async function offerToFree(ctx: Ctx, event: EventOf<typeof presenceChanged>): Promise<void> {
  const isPast = ctx.now.getTime() - event.occurredAt.getTime() > lateLimitMs;
  if (event.body.state === 'available' && !isPast) await offerWaiting(ctx, event.subjectId, null);
}

/** In the same transaction as a call that stops ringing for somebody: another one that waits rings for them. */
export async function offerAnother(ctx: Ctx, event: EventOf<typeof callOfferOver>): Promise<void> {
  await offerWaiting(ctx, event.body.teammateId, event.subjectId);
}

async function offerWaiting(ctx: Ctx, teammateId: string, exceptId: string | null): Promise<void> {
  const ids = (await waiting(ctx)).filter((id) => id !== exceptId);
  if (ids.length === 0 || (await freeForCalls(ctx, [teammateId])).length === 0) return;
  for (const id of ids) {
    const call = await lockUnlocked(ctx, id);
    const offered = call && mayRing(call) ? await offerTo(ctx, call, teammateId) : null;
    if (!offered) continue;
    await change(ctx, offered, {});
    return;
  }
}

function mayRing(call: Call): boolean {
  return stateOf(call) === 'ringing' && openOffer(call) === null;
}

/** Calls that ring for nobody, longest first. */
async function waiting(ctx: Ctx): Promise<readonly string[]> {
  const found = await rows(ctx)
    .clearSelect()
    .select('id')
    .where('answered_at', 'is', null)
    .where('ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('call_offers')
            .select('call_offers.position')
            .where('call_offers.workspace_id', '=', ctx.workspaceId)
            .whereRef('call_offers.call_id', '=', 'calls.id')
            .where('call_offers.over_at', 'is', null),
        ),
      ),
    )
    .orderBy('started_at')
    .orderBy('id')
    .limit(waitingLimit)
    .execute();
  return found.map(({ id }) => id);
}
