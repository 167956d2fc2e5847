import type { Ctx } from '#platform/ctx';
import { deliverySettled } from './contract.ts';
import { nudge } from './nudge.ts';
import { touchSpine } from './touch-spine.ts';

/** A claim without a record for this long means that whoever held it is gone: nobody knows whether it was sent. */
const claimLimitSeconds = 120;
/** Most rows one run looks at. */
const sweepLimit = 500;

/**
 * Every minute: claims that were never recorded become "not confirmed" (never sent again on their own), and what is due
 * but was not nudged (a job lost with its machine) is nudged again.
 */
export async function sweepDeliveries(ctx: Ctx): Promise<void> {
  const waiting = await ctx.db
    .selectFrom('deliveries')
    .select(['id', 'conversation_id', 'entry_id', 'channel', 'claimed_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('deliver_at', '<=', new Date(ctx.now.getTime() - 30_000))
    .where((eb) =>
      eb.and([
        eb('sent_at', 'is', null),
        eb('unconfirmed_at', 'is', null),
        eb('failed_at', 'is', null),
        eb('cancelled_at', 'is', null),
      ]),
    )
    .orderBy('deliver_at')
    .limit(sweepLimit)
    .forUpdate()
    .skipLocked()
    .execute();
  const limit = new Date(ctx.now.getTime() - claimLimitSeconds * 1000);
  for (const row of waiting) {
    if (!row.claimed_at) nudge(ctx, row.conversation_id, row.channel, ctx.now);
    else if (row.claimed_at < limit) await markUnconfirmed(ctx, row);
  }
}

async function markUnconfirmed(
  ctx: Ctx,
  row: { id: string; conversation_id: string; entry_id: string; channel: string },
): Promise<void> {
  await ctx.db
    .updateTable('deliveries')
    .set({
      unconfirmed_at: ctx.now,
      failure: 'The program stopped while this was being handed over; nobody knows whether it left.',
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', row.id)
    .execute();
  ctx.emit(deliverySettled, row.conversation_id, {
    entryId: row.entry_id,
    deliveryId: row.id,
    channel: row.channel,
    outcome: 'not-confirmed',
  });
  await touchSpine(ctx, row.conversation_id);
}
