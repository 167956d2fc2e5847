import { sql } from 'kysely';
import type { EntryView } from './contract.ts';

/** What a screen needs of a delivery, as it comes inside the row of its entry: times are text. */
export interface DeliveryRecord {
  readonly id: string;
  readonly recipient: string;
  readonly recipient_kind: 'to' | 'cc' | 'bcc';
  readonly deliver_at: string;
  readonly claimed_at: string | null;
  readonly sent_at: string | null;
  readonly unconfirmed_at: string | null;
  readonly failed_at: string | null;
  readonly failure: string | null;
  readonly cancelled_at: string | null;
  readonly bounced_at: string | null;
}

const columns = [
  'id',
  'recipient',
  'recipient_kind',
  'deliver_at',
  'claimed_at',
  'sent_at',
  'unconfirmed_at',
  'failed_at',
  'failure',
  'cancelled_at',
  'bounced_at',
] as const satisfies readonly (keyof DeliveryRecord)[];

/** The row named `delivery` as one value. */
export const deliveryJson = sql<DeliveryRecord>`jsonb_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), sql.ref(`delivery.${column}`)]))})`;

/** A delivery in words: held until its time, sending, then one of the outcomes. */
export function deliveryView(row: DeliveryRecord): EntryView['deliveries'][number] {
  return {
    id: row.id,
    recipient: row.recipient,
    recipientKind: row.recipient_kind,
    state: stateOf(row),
    deliverAt: new Date(row.deliver_at).toISOString(),
    sentAt: row.sent_at === null ? null : new Date(row.sent_at).toISOString(),
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
