import type { Ctx } from '#platform/ctx';
import { change, endOffer } from './change.ts';
import type { CallView } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { offerNext } from './offer-next.ts';
import { can } from './policy.ts';
import { viewOf } from './views.ts';

/** Decline: it rings for the next one who is free. Where it does not ring for you any more, nothing changes. */
export async function decline(ctx: Ctx, id: string): Promise<CallView> {
  const call = await lock(ctx, id);
  if (!can.decline(ctx.actor, factsOf(call))) return viewOf(ctx, call);
  const declined = await endOffer(ctx, call, 'declined', ctx.now);
  return viewOf(ctx, await change(ctx, await offerNext(ctx, declined), {}));
}
