import { sql } from 'kysely';
import type { MetricRow } from '#platform/domain';
import { cursorOf, readCursor } from '../keyset.ts';

/** A row as the database gives it, with the id that orders rows of one moment. */
export interface FoundRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly number: number;
  readonly subject: string;
  readonly at: Date;
  readonly value: number | null;
}

/** Where a page begins, newest first: a condition on the two columns it is ordered by; true on the first page. */
export function startsAfter(after: string | null, at: string, id: string) {
  const place = readCursor(after ?? undefined);
  if (!place) return sql<boolean>`true`;
  return sql<boolean>`(${sql.ref(at)}, ${sql.ref(id)}) < (${place.value}::timestamptz, ${place.id}::uuid)`;
}

/** Turns one row more than asked for into a page. */
export function pageOf(found: readonly FoundRow[], limit: number): { rows: MetricRow[]; next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ conversation_id: conversationId, number, subject, at, value }) => ({
      conversationId,
      number,
      subject,
      at,
      value,
    })),
    next: found.length > limit && last ? cursorOf(last.at, last.id) : null,
  };
}
