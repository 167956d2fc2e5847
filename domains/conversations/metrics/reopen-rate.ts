import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Metric, MetricQuery } from '#platform/domain';
import { pageOf, startsAfter } from './pages.ts';
import { seen } from './seen.ts';

/** How often solved was not solved. */
export const reopenRate: Metric = {
  id: 'reopen-rate',
  title: 'Reopen rate',
  says:
    'Conversations opened again at least once since they were solved / conversations solved for the first time in the period. ' +
    'A conversation that is opened again later changes the figure of the period it was solved in. ' +
    'Left out: merged ones (the one they live on in counts). Wall time. For one teammate: those assigned to them now.',
  counts: 'conversations',
  unit: 'share',
  betterWhen: 'lower',
  async value(ctx, query) {
    const { reopened, solved } = await solvedConversations(ctx, query)
      .select((eb) => [
        sql<number>`count(*) filter (where reopened_count > 0)`.as('reopened'),
        eb.fn.countAll<number>().as('solved'),
      ])
      .executeTakeFirstOrThrow();
    return { value: solved === 0 ? null : reopened / solved, sampleSize: solved };
  },
  async rows(ctx, query, { after, limit }) {
    const found = await solvedConversations(ctx, query)
      .select([
        'id',
        'id as conversation_id',
        'number',
        'subject',
        sql<Date>`solved_at`.as('at'),
        sql<number>`case when reopened_count > 0 then 1 else 0 end`.as('value'),
      ])
      .where(startsAfter(after, 'solved_at', 'id'))
      .orderBy('solved_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return pageOf(found, limit);
  },
};

function solvedConversations(ctx: ReadCtx, query: MetricQuery) {
  return ctx.db
    .selectFrom('conversations')
    .where('workspace_id', '=', ctx.workspaceId)
    .where(seen(ctx, query))
    .where('solved_at', '>=', query.from)
    .where('solved_at', '<', query.to)
    .where('merged_at', 'is', null)
    .$if(query.teammateId !== undefined, (part) => part.where('assignee_id', '=', query.teammateId ?? ''));
}
