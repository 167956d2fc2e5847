import { startHandling } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import { type CallView, callHeld, callResumed } from './contract.ts';
import { type Call, factsOf, lock } from './load.ts';
import { asHouse, me } from './me.ts';
import { can, callIsOver, notSpoken, notYours } from './policy.ts';
import { viewOf } from './views.ts';

/** Hold: the customer waits on the line. Holding twice is holding once. */
export async function hold(ctx: Ctx, id: string): Promise<CallView> {
  const call = await lockMine(ctx, id);
  if (call.held_at) return viewOf(ctx, call);
  if (!can.hold(ctx.actor, factsOf(call))) throw notSpoken();

  const contact = { contactId: call.contact_id, teammateId: me(ctx) };
  await startHandling(asHouse(ctx), { ...contact, kind: 'hold', at: ctx.now });
  ctx.emit(callHeld, call.id, contact);
  return viewOf(ctx, await change(ctx, call, { held_at: ctx.now }));
}

/** Resume: talk goes on. Resuming twice is resuming once. */
export async function resume(ctx: Ctx, id: string): Promise<CallView> {
  const call = await lockMine(ctx, id);
  if (!call.held_at) return viewOf(ctx, call);
  if (!can.resume(ctx.actor, factsOf(call))) throw notSpoken();

  const contact = { contactId: call.contact_id, teammateId: me(ctx) };
  await startHandling(asHouse(ctx), { ...contact, kind: 'talk', at: ctx.now });
  ctx.emit(callResumed, call.id, contact);
  return viewOf(ctx, await change(ctx, call, { held_at: null }));
}

async function lockMine(ctx: Ctx, id: string): Promise<Call> {
  const call = await lock(ctx, id);
  if (call.ended_at) throw callIsOver({ more: { outcome: call.outcome } });
  if (!call.answered_by) throw notSpoken();
  if (call.answered_by !== me(ctx)) throw notYours();
  return call;
}
