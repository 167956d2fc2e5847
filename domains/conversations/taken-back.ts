import type { ExpressionBuilder } from 'kysely';
import type { DB } from '#platform/database';

/** "This reply was undone": it has copies, and the first of them was cancelled (all are cancelled together). */
export function takenBack(eb: ExpressionBuilder<DB, 'entries'>) {
  return eb
    .selectFrom('deliveries')
    .select('deliveries.id')
    .whereRef('deliveries.workspace_id', '=', 'entries.workspace_id')
    .whereRef('deliveries.entry_id', '=', 'entries.id')
    .where('deliveries.cancelled_at', 'is not', null);
}
