import { type Updateable, sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { writeCallEntry } from '#domains/conversations';
import { callOfferOver, channelKind } from './contract.ts';
import { type Call, openOffer, stateOf } from './load.ts';
import { asHouse } from './me.ts';

type Change = Omit<Updateable<DB['calls']>, 'workspace_id' | 'id' | 'version'>;

/** The one way a call changes, under its row lock: its version rises, its line in the spine follows, screens are told. */
export async function change(
  ctx: Ctx,
  call: Call,
  changes: Change,
  facts: Record<string, unknown> = {},
): Promise<Call> {
  await ctx.db
    .updateTable('calls')
    .set({ ...changes, version: sql`version + 1` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', call.id)
    .execute();
  const after: Call = { ...call, ...(changes as Partial<Call>), version: call.version + 1 };
  await writeEntry(ctx, after, facts);
  ctx.touch('call', call.id);
  return after;
}

/** Ends the offer that rings now, if one does. */
export async function endOffer(
  ctx: Ctx,
  call: Call,
  how: 'answered' | 'declined' | 'lapsed' | 'withdrawn',
  at: Date,
): Promise<Call> {
  const offer = openOffer(call);
  if (!offer) return call;
  await ctx.db
    .updateTable('call_offers')
    .set({ over_at: at, how })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('call_id', '=', call.id)
    .where('position', '=', offer.position)
    .execute();
  if (how !== 'answered') {
    const body = { contactId: call.contact_id, teammateId: offer.teammate_id, how };
    ctx.emit(callOfferOver, call.id, body, { occurredAt: at });
  }
  return { ...call, offers: call.offers.map((one) => (one === offer ? { ...one, over_at: at, how } : one)) };
}

/** The call's own line in the spine: ids, numbers and times alone. */
export async function writeEntry(ctx: Ctx, call: Call, facts: Record<string, unknown> = {}): Promise<void> {
  await writeCallEntry(asHouse(ctx), {
    entryId: call.entry_id,
    conversationId: call.conversation_id,
    contactId: call.contact_id,
    threadId: call.thread_id,
    channel: channelKind,
    customerId: call.customer_id,
    occurredAt: call.started_at,
    facts: {
      callId: call.id,
      state: stateOf(call),
      outcome: call.outcome,
      simulated: call.simulated_at !== null,
      answeredAt: call.answered_at?.toISOString() ?? null,
      answeredBy: call.answered_by,
      heldAt: call.held_at?.toISOString() ?? null,
      endedAt: call.ended_at?.toISOString() ?? null,
      endedBy: call.ended_by,
      wrappedUpAt: call.wrapped_up_at?.toISOString() ?? null,
      ...facts,
    },
  });
}
