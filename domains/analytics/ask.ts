import type { ReadCtx } from '#platform/ctx';
import type { Metric, MetricQuery } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import { periodLimitDays } from './contract.ts';
import { can, onlyOf, reader, teamsOf } from './policy.ts';

const dayMs = 86_400_000;

const periodTooLong = problem(
  'analytics/period-too-long',
  422,
  `A figure is counted over at most ${periodLimitDays} days`,
  'Ask for a shorter period, or for several.',
);
const periodEmpty = problem(
  'analytics/period-empty',
  422,
  'The period ends before it begins',
  'Give a `to` after `from`.',
);

/** What comes over the wire. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly brandId?: string | undefined;
  readonly teamId?: string | undefined;
}

/** A metric with the question that this reader may put to it. */
export interface Question {
  readonly metric: Metric;
  readonly ctx: ReadCtx;
  readonly query: MetricQuery;
}

/** Turns a request into a question: a metric of the house, a bounded period, and no further than the reader's figures reach. */
export function question(ctx: ReadCtx, id: string, asked: Asked): Question {
  const metric = ctx.house.metrics.get(id);
  if (!metric || !can.read(ctx.actor, asked)) throw notFound();
  const from = new Date(asked.from);
  const to = new Date(asked.to);
  if (to <= from) throw periodEmpty();
  if (to.getTime() - from.getTime() > periodLimitDays * dayMs) throw periodTooLong({ more: { periodLimitDays } });
  const teammateId = onlyOf(ctx.actor);
  const teamIds = teamsOf(ctx.actor);
  return {
    metric,
    ctx: { ...ctx, actor: reader(ctx.actor) },
    query: {
      from,
      to,
      ...(asked.brandId === undefined ? {} : { brandId: asked.brandId }),
      ...(asked.teamId === undefined ? {} : { teamId: asked.teamId }),
      ...(teamIds === undefined ? {} : { teamIds }),
      ...(teammateId === undefined ? {} : { teammateId }),
    },
  };
}

/** The same question about the period of the same length just before. */
export function before(query: MetricQuery): MetricQuery {
  return { ...query, from: new Date(2 * query.from.getTime() - query.to.getTime()), to: query.from };
}
