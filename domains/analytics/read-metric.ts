import type { ReadCtx } from '#platform/ctx';
import type { MetricQuery } from '#platform/domain';
import { type Asked, before, question, type Question } from './ask.ts';
import type { MetricFigure, MetricRowView, MetricValueView, MetricView } from './contract.ts';

/** The catalogue, in the order of the domains. */
export function listMetrics(ctx: ReadCtx): { rows: MetricView[] } {
  const rows = [...ctx.house.metrics.values()].map(({ id, title, says, counts, unit, betterWhen, goal }) => ({
    id,
    title,
    says,
    counts,
    unit,
    betterWhen,
    goal: goal ?? null,
  }));
  return { rows };
}

/** A figure over a period and over the one before it. */
export async function readMetric(ctx: ReadCtx, id: string, asked: Asked): Promise<MetricValueView> {
  const put = question(ctx, id, asked);
  const [now, previous] = await Promise.all([figure(put, put.query), figure(put, before(put.query))]);
  return { id, ...now, previous };
}

/** The rows behind a figure, counted for the same reader. */
export async function listMetricRows(
  ctx: ReadCtx,
  id: string,
  asked: Asked & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ rows: MetricRowView[]; next: string | null }> {
  const put = question(ctx, id, asked);
  const { rows, next } = await put.metric.rows(put.ctx, put.query, { after: asked.after ?? null, limit: asked.limit });
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next };
}

async function figure({ metric, ctx }: Question, query: MetricQuery): Promise<MetricFigure> {
  const { value, sampleSize } = await metric.value(ctx, query);
  return { from: query.from.toISOString(), to: query.to.toISOString(), value, sampleSize };
}
