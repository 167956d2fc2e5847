import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { MoveView } from './contract.ts';
import { type Conversation, factsOf, load, loadMany } from './load.ts';
import { can } from './policy.ts';

/** Most moves shown of one conversation. */
const moveLimit = 100;

interface Row {
  readonly id: string;
  readonly kind: MoveView['kind'];
  readonly from_id: string;
  readonly to_id: string;
  readonly items: number;
  readonly moved_at: Date;
  readonly moved_by: string | null;
  readonly undone_at: Date | null;
  readonly undone_by: string | null;
}

/**
 * What came here and what went from here, of all messages or of one; a conversation the reader may not see is left
 * unnamed.
 */
export async function listMoves(ctx: ReadCtx, conversationId: string, entryId?: string): Promise<MoveView[]> {
  await load(ctx, conversationId);
  const { workspaceId: ws } = ctx;
  const { rows } = await sql<Row>`
    select m.id, m.kind, m.from_id, m.to_id, m.moved_at, m.moved_by, m.undone_at, m.undone_by,
      (select count(*)::int from moved_items i where i.workspace_id = ${ws} and i.move_id = m.id and i.item_kind = 'entry') as items
    from conversation_moves m
    where m.workspace_id = ${ws} and (m.from_id = ${conversationId} or m.to_id = ${conversationId})
      ${entryId === undefined ? sql`` : carrying(ctx, entryId)}
    order by m.moved_at desc, m.id desc limit ${moveLimit}`.execute(ctx.db);
  const seen = new Map(
    (await loadMany(ctx, [...new Set(rows.flatMap((row) => [row.from_id, row.to_id]))])).map((row) => [row.id, row]),
  );
  return rows.map((row): MoveView => {
    const [from, to] = [seen.get(row.from_id), seen.get(row.to_id)];
    return {
      id: row.id,
      kind: row.kind,
      from: named(from),
      to: named(to),
      items: row.items,
      movedAt: row.moved_at.toISOString(),
      movedBy: row.moved_by,
      undoneAt: row.undone_at?.toISOString() ?? null,
      undoneBy: row.undone_by,
      can: from && to && mayUndo(ctx, row, { from, to }) ? ['undo'] : [],
    };
  });
}

/** By the key of what a move carried: at most as many look-ups as the conversation has moves. */
function carrying({ workspaceId: ws }: ReadCtx, entryId: string) {
  return sql`and exists (select from moved_items i
    where i.workspace_id = ${ws} and i.move_id = m.id and i.item_kind = 'entry' and i.item_id = ${entryId})`;
}

/** A later merge of either comes first; it has its own undo. */
function mayUndo(
  ctx: ReadCtx,
  row: Row,
  { from, to }: { readonly from: Conversation; readonly to: Conversation },
): boolean {
  if (row.undone_at || to.merged_at) return false;
  if (row.kind === 'merge' ? from.merged_into_id !== to.id : from.merged_at !== null) return false;
  return can.assign(ctx.actor, factsOf(to));
}

function named(row: Conversation | undefined): MoveView['from'] {
  return row ? { id: row.id, number: row.number, subject: row.subject } : null;
}
