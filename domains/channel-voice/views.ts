import { queueById } from '#domains/teams';
import type { ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import type { CallView } from './contract.ts';
import { type Call, factsOf, openOffer, stateOf } from './load.ts';
import { can, canList } from './policy.ts';

/** A call with the names its view needs. */
export interface NamedCall {
  readonly call: Call;
  readonly queueName: string | null;
}

/** Looks the names up once for several calls. */
export async function named(ctx: ReadCtx, calls: readonly Call[]): Promise<readonly NamedCall[]> {
  const ids = [...new Set(calls.flatMap((call) => call.queue_id ?? []))];
  const queues = new Map(await Promise.all(ids.map(async (id) => [id, await queueById(ctx, id)] as const)));
  return calls.map((call) => ({ call, queueName: (call.queue_id && queues.get(call.queue_id)?.name) || null }));
}

/** The view of one call for whoever asks. */
export async function viewOf(ctx: ReadCtx, call: Call): Promise<CallView> {
  const [one] = await named(ctx, [call]);
  if (!one) throw new Error('A call that was given has a view.');
  return viewFor(ctx.actor, one);
}

/** The views of those calls that somebody may see. */
export async function viewsOf(ctx: ReadCtx, calls: readonly Call[]): Promise<CallView[]> {
  const seen = calls.filter((call) => can.read(ctx.actor, factsOf(call)));
  return (await named(ctx, seen)).map((one) => viewFor(ctx.actor, one));
}

/** A call as one reader sees it. */
export function viewFor(actor: Actor, { call, queueName }: NamedCall): CallView {
  const offer = openOffer(call);
  return {
    id: call.id as CallView['id'],
    version: call.version,
    state: stateOf(call),
    outcome: call.outcome as CallView['outcome'],
    simulated: call.simulated_at !== null,
    conversation: { id: call.conversation_id, number: call.conversation_number },
    customer: { id: call.customer_id, name: call.customer_name },
    fromNumber: call.from_number,
    toNumber: call.to_number,
    brandId: call.brand_id,
    queueId: call.queue_id,
    queueName,
    subject: call.subject,
    match: { by: call.matched_by as CallView['match']['by'], joinedOpenConversation: call.joined_at !== null },
    startedAt: call.started_at.toISOString(),
    offer: offer && {
      teammateId: offer.teammate_id,
      offeredAt: offer.offered_at.toISOString(),
      until: offer.until.toISOString(),
    },
    answeredAt: call.answered_at?.toISOString() ?? null,
    answeredBy: call.answered_by,
    heldAt: call.held_at?.toISOString() ?? null,
    endedAt: call.ended_at?.toISOString() ?? null,
    endedBy: call.ended_by as CallView['endedBy'],
    wrappedUpAt: call.wrapped_up_at?.toISOString() ?? null,
    can: canList(actor, factsOf(call)),
  };
}
