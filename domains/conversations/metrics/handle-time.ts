import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Metric, MetricQuery } from '#platform/domain';
import { pageOf, startsAfter } from './pages.ts';
import { seenConversations } from './seen.ts';

/** AHT: how long a live contact keeps its people, from the intervals they handled it in. */
export const handleTime: Metric = {
  id: 'handle-time',
  title: 'Handle time',
  says:
    '(talk + hold + wrap-up) / contacts handled, in seconds, over contacts that began in the period and whose work is done. ' +
    'Left out: contacts nobody took, contacts still in work, and written work (focused time is a figure of its own). ' +
    'Wall time. For one teammate: their part of it, over the contacts they handled.',
  counts: 'contacts',
  unit: 'seconds',
  betterWhen: 'neither',
  async value(ctx, query) {
    const { seconds, count } = await ctx.db
      .selectFrom(handled(ctx, query).as('handled'))
      .select((eb) => [sql<number | null>`avg(handled.value)::float8`.as('seconds'), eb.fn.countAll<number>().as('count')])
      .executeTakeFirstOrThrow();
    return { value: seconds === null ? null : Math.round(seconds * 10) / 10, sampleSize: count };
  },
  async rows(ctx, query, { after, limit }) {
    const found = await handled(ctx, query)
      .where(startsAfter(after, 'contacts.started_at', 'contacts.id'))
      .orderBy('contacts.started_at', 'desc')
      .orderBy('contacts.id', 'desc')
      .limit(limit + 1)
      .execute();
    return pageOf(found, limit);
  },
};

/** Contacts whose work is done, with the seconds it took: an open interval keeps the whole contact out. */
function handled(ctx: ReadCtx, query: MetricQuery) {
  const counts = sql`work.kind in ('talk', 'hold', 'wrap-up') and (${query.teammateId ?? null}::uuid is null or work.teammate_id = ${query.teammateId ?? null}::uuid)`;
  return ctx.db
    .selectFrom('contacts')
    .innerJoin(seenConversations(ctx, query), (join) =>
      join.onRef('seen.workspace_id', '=', 'contacts.workspace_id').onRef('seen.id', '=', 'contacts.conversation_id'),
    )
    .innerJoin('handling_intervals as work', (join) =>
      join.onRef('work.workspace_id', '=', 'contacts.workspace_id').onRef('work.contact_id', '=', 'contacts.id'),
    )
    .select([
      'contacts.id', 'contacts.conversation_id', 'seen.number', 'seen.subject', 'contacts.started_at as at',
      sql<number>`sum(extract(epoch from work.ended_at - work.started_at)) filter (where ${counts})::float8`.as('value'),
    ])
    .where('contacts.workspace_id', '=', ctx.workspaceId)
    .where('contacts.started_at', '>=', query.from)
    .where('contacts.started_at', '<', query.to)
    .where('contacts.ended_at', 'is not', null)
    .groupBy(['contacts.id', 'contacts.conversation_id', 'seen.number', 'seen.subject', 'contacts.started_at'])
    .having(sql<boolean>`bool_and(work.ended_at is not null) and count(*) filter (where ${counts}) > 0`);
}
