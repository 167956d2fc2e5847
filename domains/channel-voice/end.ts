import { endContact, startHandling } from '#domains/conversations';
import { setPresence } from '#domains/presence';
import type { Ctx } from '#platform/ctx';
import { change, endOffer } from './change.ts';
import type { CallView } from './contract.ts';
import { type Call, factsOf, lock } from './load.ts';
import { asHouse, me } from './me.ts';
import { can, mayNotTake, notSpoken, notYours } from './policy.ts';
import { viewOf } from './views.ts';

/** End, by the teammate: the wrap-up begins. Ending twice is ending once. */
export async function end(ctx: Ctx, id: string): Promise<CallView> {
  const call = await lock(ctx, id);
  if (call.answered_by && call.answered_by !== me(ctx)) throw notYours();
  if (call.ended_at) return viewOf(ctx, call);
  if (!can.end(ctx.actor, factsOf(call))) throw notSpoken();
  return viewOf(ctx, await endAnswered(ctx, call, call.answered_by ?? me(ctx), 'teammate'));
}

/** The simulated caller hangs up: an unanswered call is abandoned, an answered one ends. Twice is once. */
export async function hangUp(ctx: Ctx, id: string): Promise<CallView> {
  const call = await lock(ctx, id);
  if (call.ended_at) return viewOf(ctx, call);
  if (!can.hangUp(ctx.actor, factsOf(call))) throw mayNotTake();
  if (call.answered_by) return viewOf(ctx, await endAnswered(ctx, call, call.answered_by, 'customer'));
  return viewOf(ctx, await endUnanswered(ctx, call, 'abandoned', ctx.now));
}

/** Nobody answered: the caller gave up, or had waited as long as the line lets them. Their matter waits in its queue. */
export async function endUnanswered(ctx: Ctx, call: Call, outcome: 'abandoned' | 'missed', at: Date): Promise<Call> {
  const quiet = await endOffer(ctx, call, outcome === 'missed' ? 'lapsed' : 'withdrawn', at);
  await endContact(asHouse(ctx), { contactId: call.contact_id, outcome, at });
  return change(ctx, quiet, { ended_at: at, ended_by: outcome === 'missed' ? 'system' : 'customer', outcome });
}

async function endAnswered(ctx: Ctx, call: Call, teammateId: string, by: 'teammate' | 'customer'): Promise<Call> {
  const contact = { contactId: call.contact_id, teammateId, at: ctx.now };
  await endContact(asHouse(ctx), { contactId: call.contact_id, outcome: 'answered', at: ctx.now });
  await startHandling(asHouse(ctx), { ...contact, kind: 'wrap-up' });
  await setPresence(ctx, { ...contact, state: 'wrap-up', cause: 'contact' });
  return change(ctx, call, { ended_at: ctx.now, ended_by: by, held_at: null, outcome: 'answered' });
}
