import type { ReadCtx } from '#platform/ctx';
import { anyOf } from './sql.ts';

/** One thing that was said to or by the customer, for who shows it to the customer themself. */
export interface SaidPublicly {
  readonly entryId: string;
  readonly conversationId: string;
  readonly kind: 'in' | 'out';
  readonly text: string;
  readonly authorKind: string;
  readonly authorId: string | null;
  readonly occurredAt: Date;
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
  const rows = await ctx.db
    .selectFrom('entries')
    .innerJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .select([
      'entries.id',
      'entries.conversation_id',
      'entries.kind',
      'entry_bodies.text',
      'entries.author_kind',
      'entries.author_id',
      'entries.occurred_at',
    ])
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.id', '=', anyOf(entryIds))
    .where('entries.visibility', '=', 'public')
    .where((eb) => eb.or([eb('entries.kind', '=', 'in'), eb('entries.kind', '=', 'out')]))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        entryId: row.id,
        conversationId: row.conversation_id,
        kind: row.kind as SaidPublicly['kind'],
        text: row.text,
        authorKind: row.author_kind,
        authorId: row.author_id,
        occurredAt: row.occurred_at,
      },
    ]),
  );
}
