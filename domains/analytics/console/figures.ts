import { clockOf, language, longSpanOf, type Say } from '#platform/ui';
import type { MetricValueView, MetricView } from '../contract.ts';
import type { insightsWords } from './words.ts';

type SayInsights = Say<keyof typeof insightsWords.en>;

/** A value as a tile shows it: the figure and its unit apart. */
export interface Shown {
  readonly value: string;
  readonly unit?: string;
}

const minute = 60;
const hour = 60 * minute;

/** A value in its unit: 142, 78.6 %, 46 s, 7:12 min, 2 h 14 m. What could not be counted is a dash. */
export function shownAs(t: SayInsights, unit: MetricView['unit'], value: number | null): Shown {
  if (value === null) return { value: '–' };
  if (unit === 'count') return { value: numberOf(value, 0) };
  if (unit === 'share') return { value: numberOf(value * 100, 1), unit: t('percent') };
  if (value < minute) return { value: numberOf(value, 0), unit: t('seconds') };
  if (value < hour) return { value: clockOf(Math.round(value)), unit: t('minutes') };
  return { value: longSpanOf(value * 1000) };
}

/** The same in one piece. */
export function inWords(t: SayInsights, unit: MetricView['unit'], value: number | null): string {
  const shown = shownAs(t, unit, value);
  return shown.unit ? `${shown.value} ${shown.unit}` : shown.value;
}

/** How a figure moved against the period before; undefined where it did not, or where neither way is good. */
export function changeOf(t: SayInsights, metric: MetricView, figure: MetricValueView) {
  const before = figure.previous.value;
  if (figure.value === null || before === null || metric.betterWhen === 'neither') return undefined;
  const moved = figure.value - before;
  if (moved === 0) return undefined;
  const size = Math.abs(moved);
  const text = metric.unit === 'share' ? t('points', { n: numberOf(size * 100, 1) }) : inWords(t, metric.unit, size);
  return { text, up: moved > 0, good: moved > 0 === (metric.betterWhen === 'higher') };
}

/** Whether a figure reached its goal; undefined where there is none. */
export function isMet(metric: MetricView, value: number | null): boolean | undefined {
  if (metric.goal === null || value === null || metric.betterWhen === 'neither') return undefined;
  return metric.betterWhen === 'higher' ? value >= metric.goal : value <= metric.goal;
}

/** A number in the reader's language. */
export function numberOf(value: number, digits: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(value);
}
