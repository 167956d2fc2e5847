import type { ReadCtx } from '#platform/ctx';
import { entriesInWords } from './in-words.ts';
import { anyOf } from './sql.ts';

/** One thing that was said to or by the customer, for who shows it to the customer themself. */
export interface SaidPublicly {
  readonly text: string;
  readonly authorId: string | null;
}

/**
 * What was said in these messages, where it was said in public: a note is never among it, and what was erased is gone. For
 * a channel that shows the other side what it brought them; the caller knows that each of these was theirs to read.
 */
export async function saidPublicly(
  ctx: ReadCtx,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, SaidPublicly>> {
  if (entryIds.length === 0) return new Map();
  const rows = await entriesInWords(ctx)
    .select(['entries.id', 'entry_bodies.text', 'entries.author_id'])
    .where('entries.id', '=', anyOf(entryIds))
    .where('entries.visibility', '=', 'public')
    .where((eb) => eb.or([eb('entries.kind', '=', 'in'), eb('entries.kind', '=', 'out')]))
    .execute();
  return new Map(rows.map(({ id, text, author_id: authorId }) => [id, { text, authorId }]));
}
