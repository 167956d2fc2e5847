import type { ConversationRowView } from '../inbox/views.ts';

/** A promise this near is at risk. */
const riskMs = 15 * 60_000;

/** What a list of open conversations says of now. */
export interface Standing {
  readonly longestSince: string | null;
  readonly lateRows: readonly ConversationRowView[];
  readonly riskRows: readonly ConversationRowView[];
  readonly nextDue: ConversationRowView | undefined;
}

/** Who waits longest, what is late, what soon will be; `rows` stand in the order of their promises. */
export function standingOf(rows: readonly ConversationRowView[], nowMs: number): Standing {
  const due = rows.filter((row) => row.dueAt !== null);
  const leftOf = (row: ConversationRowView): number => Date.parse(row.dueAt ?? '') - nowMs;
  const since = rows.flatMap((row) => row.waitingSince ?? []).toSorted();
  return {
    longestSince: since[0] ?? null,
    lateRows: due.filter((row) => leftOf(row) < 0),
    riskRows: due.filter((row) => leftOf(row) >= 0 && leftOf(row) < riskMs),
    nextDue: due[0],
  };
}
