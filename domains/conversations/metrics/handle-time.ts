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
      .select((eb) => [
        sql<number | null>`avg(handled.value)::float8`.as('seconds'),
        eb.fn.countAll<number>().as('count'),
      ])
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
  return (
    ctx.db
      .selectFrom('contacts')
      .innerJoin(seenConversations(ctx, query), (join) =>
        join.onRef('seen.workspace_id', '=', 'contacts.workspace_id').onRef('seen.id', '=', 'contacts.conversation_id'),
      )
      // summed contact by contact: a page of rows reads the intervals of its own rows alone
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('handling_intervals')
            .select([
              secondsOf(query.teammateId).as('seconds'),
              sql<boolean>`bool_and(ended_at is not null)`.as('is_done'),
            ])
            .whereRef('handling_intervals.workspace_id', '=', 'contacts.workspace_id')
            .whereRef('handling_intervals.contact_id', '=', 'contacts.id')
            .as('work'),
        (join) => join.onTrue(),
      )
      .select([
        'contacts.id',
        'contacts.conversation_id',
        'seen.number',
        'seen.subject',
        'contacts.started_at as at',
        'work.seconds as value',
      ])
      .where('contacts.workspace_id', '=', ctx.workspaceId)
      .where('contacts.started_at', '>=', query.from)
      .where('contacts.started_at', '<', query.to)
      .where('contacts.ended_at', 'is not', null)
      .where('work.is_done', '=', true)
      .where('work.seconds', 'is not', null)
  );
}

/** Null where nothing was spoken, held or wrapped up. */
function secondsOf(teammateId: string | undefined) {
  const whose = teammateId === undefined ? sql`true` : sql`teammate_id = ${teammateId}`;
  return sql<
    number | null
  >`sum(extract(epoch from ended_at - started_at)) filter (where kind in ('talk', 'hold', 'wrap-up') and ${whose})::float8`;
}
