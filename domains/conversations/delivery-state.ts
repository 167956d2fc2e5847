import type { Selectable } from 'kysely';
import type { DB } from '#platform/database';
import type { EntryView } from './contract.ts';

/** What a screen needs of a delivery row. */
export type DeliveryRecord = Pick<
  Selectable<DB['deliveries']>,
  'id' | 'entry_id' | 'recipient' | 'recipient_kind' | 'deliver_at' | 'claimed_at' | 'sent_at' | 'unconfirmed_at' | 'failed_at' | 'failure' | 'cancelled_at' | 'bounced_at'
>;

/** A delivery in words: held until its time, sending, then one of the outcomes. */
export function deliveryView(row: DeliveryRecord): EntryView['deliveries'][number] {
  return {
    id: row.id,
    recipient: row.recipient,
    recipientKind: row.recipient_kind as 'to' | 'cc' | 'bcc',
    state: stateOf(row),
    deliverAt: row.deliver_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    failure: row.failure,
  };
}

function stateOf(row: DeliveryRecord): EntryView['deliveries'][number]['state'] {
  if (row.cancelled_at) return 'cancelled';
  if (row.bounced_at) return 'bounced';
  if (row.sent_at) return 'sent';
  if (row.unconfirmed_at) return 'not-confirmed';
  if (row.failed_at) return 'failed';
  return row.claimed_at ? 'sending' : 'held';
}
