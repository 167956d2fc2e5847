import type { ExpressionBuilder } from 'kysely';
import type { DB } from '#platform/database';

/**
 * "This reply has copies, and none has left": it is held for undo or for later, failed, or was taken back. To the customer
 * it was never said.
 */
export function neverLeft(eb: ExpressionBuilder<DB, 'entries'>) {
  const copies = eb
    .selectFrom('deliveries')
    .select('deliveries.id')
    .whereRef('deliveries.workspace_id', '=', 'entries.workspace_id')
    .whereRef('deliveries.entry_id', '=', 'entries.id');
  const left = copies.where((copy) =>
    copy.or([copy('deliveries.sent_at', 'is not', null), copy('deliveries.unconfirmed_at', 'is not', null)]),
  );
  return eb.and([eb.exists(copies), eb.not(eb.exists(left))]);
}

/** "This reply was undone": it has copies, and the first of them was cancelled (all are cancelled together). */
export function takenBack(eb: ExpressionBuilder<DB, 'entries'>) {
  return eb
    .selectFrom('deliveries')
    .select('deliveries.id')
    .whereRef('deliveries.workspace_id', '=', 'entries.workspace_id')
    .whereRef('deliveries.entry_id', '=', 'entries.id')
    .where('deliveries.cancelled_at', 'is not', null);
}
