import { sql } from 'kysely';
import type { CustomerMoments } from '#platform/domain';
import { visible } from './policy.ts';
import { anyOf } from './sql.ts';

/**
 * Every attempt to reach us, or ours to reach them, in a customer's timeline, with the matter it belongs to; those of
 * conversations the reader may not see are left out. One that is merged leads to where it went.
 */
export const customerMoments: CustomerMoments = {
  async list(ctx, customerIds, { before, limit }) {
    const rows = await ctx.db
      .selectFrom('contacts')
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('conversations')
            .select(['subject', 'number', 'merged_into_id'])
            .where('conversations.workspace_id', '=', ctx.workspaceId)
            .whereRef('conversations.id', '=', 'contacts.conversation_id')
            .where(visible(ctx.actor) as never)
            .as('matter'),
        (join) => join.onTrue(),
      )
      .select([
        'contacts.id',
        'contacts.conversation_id',
        'contacts.channel',
        'contacts.direction',
        'contacts.outcome',
        'contacts.started_at',
        'contacts.handled_by',
        'matter.subject',
        'matter.number',
        'matter.merged_into_id',
      ])
      .where('contacts.workspace_id', '=', ctx.workspaceId)
      .where('contacts.customer_id', '=', anyOf(customerIds))
      .$if(before !== null, (query) =>
        query.where(
          sql<boolean>`(contacts.started_at, contacts.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`,
        ),
      )
      .orderBy('contacts.started_at', 'desc')
      .orderBy('contacts.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      at: row.started_at,
      kind: `contact.${row.direction}`,
      title: row.subject,
      href: `/inbox/all/${row.merged_into_id ?? row.conversation_id}`,
      facts: { channel: row.channel, number: Number(row.number), outcome: row.outcome },
      actorId: row.handled_by,
    }));
  },
};
