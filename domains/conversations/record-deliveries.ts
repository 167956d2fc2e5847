import type { Ctx } from '#platform/ctx';
import { sql } from 'kysely';
import { deliverySettled } from './contract.ts';
import { touchSpine } from './touch-spine.ts';

/** What became of one recipient's copy. `retry` gives the claim back until its time. */
export interface DeliveryOutcome {
  readonly deliveryId: string;
  readonly outcome: 'sent' | 'failed' | 'not-confirmed' | 'retry';
  readonly providerId?: string;
  readonly failure?: string;
  readonly retryAt?: Date;
}

/** How often a copy is tried before it counts as failed. */
const attemptLimit = 8;

/**
 * Writes down what became of a claimed message. Outcomes that are known are never overwritten; one that says the copy did
 * not leave counts only while the claim is still that of `claimedBy`: a person may have sent it again since.
 */
export async function recordDeliveries(
  ctx: Ctx,
  entryId: string,
  outcomes: readonly DeliveryOutcome[],
  claimedBy: string | null = null,
): Promise<void> {
  const rows = await ctx.db
    .selectFrom('deliveries')
    .select(['id', 'conversation_id', 'channel', 'attempts', 'claimed_by'])
    .select(['sent_at', 'unconfirmed_at', 'failed_at', 'cancelled_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .forUpdate()
    .execute();
  for (const outcome of outcomes) {
    const row = rows.find(({ id }) => id === outcome.deliveryId);
    if (!row || row.sent_at || row.failed_at || row.cancelled_at) continue;
    if (row.unconfirmed_at && outcome.outcome === 'not-confirmed') continue;
    if (outcome.outcome !== 'sent' && claimedBy !== null && row.claimed_by !== claimedBy) continue;
    await writeOutcome(ctx, row, entryId, outcome);
  }
  const conversationId = rows[0]?.conversation_id;
  if (conversationId) await touchSpine(ctx, conversationId);
}

async function writeOutcome(
  ctx: Ctx,
  row: { id: string; conversation_id: string; channel: string; attempts: number },
  entryId: string,
  given: DeliveryOutcome,
): Promise<void> {
  const spent = given.outcome === 'retry' && row.attempts >= attemptLimit;
  const outcome = spent ? 'failed' : given.outcome;
  await ctx.db
    .updateTable('deliveries')
    .set({
      ...(outcome === 'sent' ? { sent_at: ctx.now, unconfirmed_at: null } : {}),
      ...(outcome === 'failed' ? { failed_at: ctx.now, unconfirmed_at: null } : {}),
      ...(outcome === 'not-confirmed' ? { unconfirmed_at: ctx.now } : {}),
      ...(outcome === 'retry'
        ? { claimed_at: null, claimed_by: null, unconfirmed_at: null, deliver_at: given.retryAt ?? ctx.now }
        : {}),
      ...(given.providerId ? { provider_id: given.providerId.slice(0, 998) } : {}),
      failure: given.failure?.slice(0, 500) ?? null,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', row.id)
    .execute();
  if (outcome === 'retry') {
    const job = ctx.house.channels.get(row.channel)?.deliverJob;
    if (job) ctx.enqueue(job, { conversationId: row.conversation_id }, { startAfter: given.retryAt ?? ctx.now });
    return;
  }
  ctx.emit(deliverySettled, row.conversation_id, { entryId, deliveryId: row.id, channel: row.channel, outcome });
}

/** A bounce came back for something we sent: the copy is marked, and the conversation needs an answer again. Answers whose. */
export async function markBounced(
  ctx: Ctx,
  ask: { entryId: string; recipients: readonly string[] | null; failure: string; at: Date },
): Promise<readonly string[]> {
  const rows = await ctx.db
    .updateTable('deliveries')
    .set({ bounced_at: ask.at, failure: ask.failure.slice(0, 500) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', ask.entryId)
    .where('bounced_at', 'is', null)
    .$if(ask.recipients !== null, (query) =>
      query.where((eb) =>
        eb(
          eb.fn<string>('lower', ['recipient']),
          '=',
          sql<string>`any(${(ask.recipients ?? []).map((one) => one.toLowerCase())}::text[])`,
        ),
      ),
    )
    .returning(['id', 'conversation_id', 'channel', 'recipient'])
    .execute();
  for (const row of rows) {
    ctx.emit(
      deliverySettled,
      row.conversation_id,
      { entryId: ask.entryId, deliveryId: row.id, channel: row.channel, outcome: 'bounced' },
      { occurredAt: ask.at },
    );
  }
  const first = rows[0];
  if (first) await touchSpine(ctx, first.conversation_id);
  return rows.map((row) => row.recipient);
}
