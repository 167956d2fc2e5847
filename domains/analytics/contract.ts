/** Figures as both sides of the wire see them: the catalogue, a value over a period, the rows behind it. Browser-safe. */
import * as z from 'zod';
import { cursor, ownWords, page, route } from '#platform/contract';

/** Longest period a figure is counted over, in days: a year and a month, so that a year can be compared. */
export const periodLimitDays = 400;

/** One definition of the catalogue. */
export const MetricView = z.object({
  id: z.string(),
  title: ownWords(z.string()),
  /** The definition in words, with its clock and what it leaves out. */
  says: ownWords(z.string()),
  counts: z.enum(['events', 'conversations', 'contacts', 'customers']),
  unit: z.enum(['count', 'seconds', 'share']),
  betterWhen: z.enum(['higher', 'lower', 'neither']),
  /** In the unit; null where there is no goal. */
  goal: z.number().nullable(),
});
export type MetricView = z.output<typeof MetricView>;

/** A value and how many it rests on; null where there was nothing to count. */
export const MetricFigure = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  value: z.number().nullable(),
  sampleSize: z.number().int(),
});
export type MetricFigure = z.output<typeof MetricFigure>;

/** A figure over a period, and over the period of the same length just before it. */
export const MetricValueView = MetricFigure.extend({ id: z.string(), previous: MetricFigure });
export type MetricValueView = z.output<typeof MetricValueView>;

/** One row behind a figure: the conversation, when it counted, and what it added (null where rows are only counted). */
export const MetricRowView = z.object({
  conversationId: z.uuid(),
  number: z.number().int(),
  subject: z.string(),
  at: z.iso.datetime(),
  value: z.number().nullable(),
});
export type MetricRowView = z.output<typeof MetricRowView>;

const moment = z.iso.datetime({ offset: true });
const MetricId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);

/** The period includes its first moment and excludes its last. */
const Question = z.object({
  from: moment,
  to: moment,
  brandId: z.uuid().meta({ object: 'Brand' }).optional(),
  teamId: z.uuid().meta({ object: 'Team' }).optional(),
});

const read = { permission: 'metrics.read' } as const;
/** A client has the figures of their brand; the rows behind them are the desk's. */
const clientsToo = { ...read, also: ['metrics.client'] } as const;

export const listMetrics = route({
  method: 'GET',
  path: '/api/metrics',
  summary: 'The catalogue: every figure with its one definition.',
  access: clientsToo,
  reply: z.object({ rows: z.array(MetricView) }),
});

export const readMetric = route({
  method: 'GET',
  path: '/api/metrics/:id',
  summary: 'One figure over a period of at most 400 days, with its sample and the period before.',
  access: clientsToo,
  params: z.object({ id: MetricId }),
  query: Question,
  reply: MetricValueView,
});

export const listMetricRows = route({
  method: 'GET',
  path: '/api/metrics/:id/rows',
  summary: 'The rows behind the figure, newest first: as many as its sample.',
  access: read,
  params: z.object({ id: MetricId }),
  query: cursor.extend(Question.shape),
  reply: page(MetricRowView),
});
