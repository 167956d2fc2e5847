import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { itemsMoved, moveUndone } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, mayNotAssign } from './policy.ts';
import { refreshLast } from './refresh-last.ts';
import { anyOf } from './sql.ts';
import { standardStatus } from './words.ts';

const otherBrand = problem('conversations/other-brand', 422, 'These belong to different brands', 'Nothing crosses from one brand to another; answer them apart.');
const sameOne = problem('conversations/same-one', 422, 'This is the same conversation', 'Choose another one.');
const alreadyMerged = problem('conversations/already-merged', 409, 'One of these was merged already', 'Open the one it went into.');

/** What a move takes along, and the table each lies in. */
const kinds = [
  ['entry', 'entries'],
  ['thread', 'threads'],
  ['contact', 'contacts'],
  ['delivery', 'deliveries'],
  ['promise', 'promises'],
] as const;

/** Most items of one kind one move carries. */
const itemLimit = 20_000;

/** Merge: everything of one conversation goes to another; it can go back at any time. */
export async function merge(ctx: Ctx, fromId: string, toId: string): Promise<{ moveId: string }> {
  const [from, to] = await lockBoth(ctx, fromId, toId);
  const moveId = newId();
  await ctx.db
    .insertInto('conversation_moves')
    .values({
      workspace_id: ctx.workspaceId, id: moveId, kind: 'merge', from_id: from.id, to_id: to.id, moved_at: ctx.now, moved_by: ctx.actor.id,
      before: JSON.stringify({ statusId: from.status_id, category: from.status_category, closedAt: from.closed_at, closedBy: from.closed_by, waitingSince: from.waiting_since }),
    })
    .execute();
  const items = await moveAll(ctx, moveId, from.id, to.id);
  await change(ctx, from, {
    merged_into_id: to.id,
    merged_at: ctx.now,
    status_id: (await standardStatus(ctx, 'closed')).id,
    status_category: 'closed',
    closed_at: from.closed_at ?? ctx.now,
    waiting_since: null,
  });
  await refreshLast(ctx, to, { waitingSince: earliest(from.waiting_since, to.waiting_since) });
  ctx.emit(itemsMoved, from.id, { moveId, kind: 'merge', toId: to.id, items });
  return { moveId };
}

/** Undo of a merge: what went goes back; what came later stays where it is. */
export async function undoMove(ctx: Ctx, moveId: string): Promise<void> {
  const move = await ctx.db
    .selectFrom('conversation_moves')
    .select(['from_id', 'to_id', 'before', 'undone_at', 'kind'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (move.undone_at) return;
  const to = await lock(ctx, move.to_id);
  const from = await lock(ctx, move.from_id);
  if (!can.assign(ctx.actor, factsOf(to))) throw mayNotAssign();
  for (const [kind, table] of kinds) {
    const ids = await movedIds(ctx, moveId, kind);
    if (ids.length > 0) await setConversation(ctx, table, ids, move.from_id);
  }
  await ctx.db
    .updateTable('conversation_moves')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .execute();
  const before = move.before as { statusId: string; category: string; closedAt: string | null; closedBy: string | null; waitingSince: string | null };
  const restored = await change(ctx, from, {
    merged_into_id: null,
    merged_at: null,
    status_id: before.statusId,
    status_category: before.category,
    closed_at: before.closedAt,
    closed_by: before.closedBy,
  });
  await refreshLast(ctx, restored, { waitingSince: before.waitingSince ? new Date(before.waitingSince) : null });
  await refreshLast(ctx, await lock(ctx, to.id), { waitingSince: to.waiting_since });
  ctx.emit(moveUndone, move.from_id, { moveId, toId: move.to_id });
}

/** Both locked in the order of their ids, so that two merges never wait for each other in a circle. */
async function lockBoth(ctx: Ctx, fromId: string, toId: string): Promise<[Conversation, Conversation]> {
  if (fromId === toId) throw sameOne();
  const [first, second] = fromId < toId ? [fromId, toId] : [toId, fromId];
  const a = await lock(ctx, first);
  const b = await lock(ctx, second);
  const [from, to] = a.id === fromId ? [a, b] : [b, a];
  if (!can.assign(ctx.actor, factsOf(from)) || !can.assign(ctx.actor, factsOf(to))) {
    if (from.merged_at || to.merged_at) throw alreadyMerged();
    throw mayNotAssign();
  }
  if (from.brand_id !== to.brand_id) throw otherBrand();
  if (from.merged_at || to.merged_at) throw alreadyMerged();
  return [from, to];
}

async function moveAll(ctx: Ctx, moveId: string, fromId: string, toId: string): Promise<number> {
  let count = 0;
  for (const [kind, table] of kinds) {
    const rows = await ctx.db
      .selectFrom(table)
      .select('id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('conversation_id', '=', fromId)
      .limit(itemLimit)
      .execute();
    if (rows.length === 0) continue;
    const ids = rows.map(({ id }) => id);
    await ctx.db
      .insertInto('moved_items')
      .values(ids.map((id) => ({ workspace_id: ctx.workspaceId, move_id: moveId, item_kind: kind, item_id: id })))
      .execute();
    await setConversation(ctx, table, ids, toId);
    count += ids.length;
  }
  return count;
}

async function movedIds(ctx: Ctx, moveId: string, kind: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('moved_items')
    .select('item_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', moveId)
    .where('item_kind', '=', kind)
    .limit(itemLimit)
    .execute();
  return rows.map((row) => row.item_id);
}

async function setConversation(ctx: Ctx, table: (typeof kinds)[number][1], ids: readonly string[], conversationId: string): Promise<void> {
  await ctx.db
    .updateTable(table)
    .set({ conversation_id: conversationId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', anyOf(ids))
    .execute();
  if (table !== 'contacts') return;
  await ctx.db
    .updateTable('handling_intervals')
    .set({ conversation_id: conversationId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', '=', anyOf(ids))
    .execute();
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
