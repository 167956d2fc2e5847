import { answerContact, startHandling } from '#domains/conversations';
import { setPresence } from '#domains/presence';
import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { change, endOffer } from './change.ts';
import type { CallView } from './contract.ts';
import { factsOf, lockAny, openOffer, rows } from './load.ts';
import { asHouse, me } from './me.ts';
import { alreadyInACall, answeredByAnother, can, callIsOver, mayNotTake, mayTake } from './policy.ts';
import { viewOf } from './views.ts';

/** Answer: the first one has the call; answering again changes nothing; anybody later is told who was faster. */
export async function answer(ctx: Ctx, id: string): Promise<CallView> {
  const call = await lockAny(ctx, id);
  // Who saw it ring is told who was faster, also where they may not see what others speak.
  if (!call || !(can.read(ctx.actor, factsOf(call)) || mayTake(ctx.actor, factsOf(call)))) throw notFound();
  const teammateId = me(ctx);
  if (call.answered_by === teammateId) return viewOf(ctx, call);
  if (call.answered_by) throw answeredByAnother({ more: { answeredBy: call.answered_by } });
  if (call.ended_at) throw callIsOver({ more: { outcome: call.outcome } });
  if (!can.answer(ctx.actor, factsOf(call))) throw mayNotTake();

  const contact = { contactId: call.contact_id, teammateId, at: ctx.now };
  // Presence first: its row lock makes one teammate's two answers wait for each other.
  await setPresence(ctx, { ...contact, state: 'busy', cause: 'contact' });
  if (await isInACall(ctx, teammateId)) throw alreadyInACall();

  const offered = openOffer(call)?.teammate_id === teammateId;
  const taken = await endOffer(ctx, call, offered ? 'answered' : 'withdrawn', ctx.now);
  await answerContact(asHouse(ctx), contact);
  await startHandling(asHouse(ctx), { ...contact, kind: 'talk' });
  return viewOf(ctx, await change(ctx, taken, { answered_at: ctx.now, answered_by: teammateId }));
}

async function isInACall(ctx: Ctx, teammateId: string): Promise<boolean> {
  const other = await rows(ctx).where('answered_by', '=', teammateId).where('ended_at', 'is', null).executeTakeFirst();
  return other !== undefined;
}
