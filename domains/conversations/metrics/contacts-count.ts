import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Metric, MetricQuery } from '#platform/domain';
import { pageOf, startsAfter } from './pages.ts';
import { seenConversations } from './seen.ts';

/** How much came in: what volume and cost count. */
export const contactsCount: Metric = {
  id: 'contacts-count',
  title: 'Contacts',
  says:
    'Attempts of customers to reach us that began in the period, on any channel; several in one conversation count each. ' +
    'Left out: contacts that we began, and automatic mail. Wall time. For one teammate: those they took, ' +
    'and written ones in conversations that are theirs now.',
  counts: 'contacts',
  unit: 'count',
  betterWhen: 'neither',
  async value(ctx, query) {
    const { count } = await contacts(ctx, query)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return { value: count, sampleSize: count };
  },
  async rows(ctx, query, { after, limit }) {
    const found = await contacts(ctx, query)
      .select([
        'contacts.id',
        'contacts.conversation_id',
        'seen.number',
        'seen.subject',
        'contacts.started_at as at',
        sql<null>`null`.as('value'),
      ])
      .where(startsAfter(after, 'contacts.started_at', 'contacts.id'))
      .orderBy('contacts.started_at', 'desc')
      .orderBy('contacts.id', 'desc')
      .limit(limit + 1)
      .execute();
    return pageOf(found, limit);
  },
};

function contacts(ctx: ReadCtx, query: MetricQuery) {
  return ctx.db
    .selectFrom('contacts')
    .innerJoin(seenConversations(ctx, query), (join) =>
      join.onRef('seen.workspace_id', '=', 'contacts.workspace_id').onRef('seen.id', '=', 'contacts.conversation_id'),
    )
    .where('contacts.workspace_id', '=', ctx.workspaceId)
    .where('contacts.started_at', '>=', query.from)
    .where('contacts.started_at', '<', query.to)
    .where('contacts.direction', '=', 'in')
    .$if(query.teammateId !== undefined, (part) =>
      part.where(sql<string>`coalesce(contacts.handled_by, seen.assignee_id)`, '=', query.teammateId ?? ''),
    );
}
