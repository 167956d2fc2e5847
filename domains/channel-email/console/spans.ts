/** How far back the ledger is looked at. */
export const spans = ['today', 'week', 'month', 'always'] as const;
export type Span = (typeof spans)[number];

const dayMs = 86_400_000;
const daysOf = { week: 7, month: 30 } as const;
/** Before any mail of ours. */
const beginning = '2000-01-01T00:00:00.000Z';

/** The moment a span begins at; it moves once a day, so that a page is asked for once. */
export function sinceOf(span: Span, nowMs: number): string {
  if (span === 'always') return beginning;
  const midnight = new Date(nowMs);
  midnight.setHours(0, 0, 0, 0);
  if (span === 'today') return midnight.toISOString();
  return new Date(midnight.getTime() - daysOf[span] * dayMs).toISOString();
}

/** The word of the summary for a span. */
export function sinceWord(span: Span): 'sinceToday' | 'sinceWeek' | 'sinceMonth' | 'sinceAlways' {
  return ({ today: 'sinceToday', week: 'sinceWeek', month: 'sinceMonth', always: 'sinceAlways' } as const)[span];
}
