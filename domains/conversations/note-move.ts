import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { notFound, problem } from '#platform/problem';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, mayNotAssign } from './policy.ts';

const otherBrand = problem(
  'conversations/other-brand',
  422,
  'These belong to different brands',
  'Nothing crosses from one brand to another; answer them apart.',
);
const sameOne = problem('conversations/same-one', 422, 'This is the same conversation', 'Choose another one.');
const alreadyMerged = problem(
  'conversations/already-merged',
  409,
  'One of these was merged already',
  'Open the one it went into.',
);
const outOfConfidence = problem(
  'conversations/out-of-confidence',
  409,
  'What is confidential cannot go where others read it',
  'Make the other conversation confidential first, or let this one be the one that stays.',
);

/** Something may go from one to the other; both are locked in the order of their ids, so that two moves never wait in a circle. */
export async function mayMove(ctx: Ctx, fromId: string, toId: string): Promise<[Conversation, Conversation]> {
  if (fromId === toId) throw sameOne();
  const [from, to] = await lockInOrder(ctx, fromId, toId);
  if (from.merged_at || to.merged_at) throw alreadyMerged();
  if (!can.assign(ctx.actor, factsOf(from)) || !can.assign(ctx.actor, factsOf(to))) throw mayNotAssign();
  if (from.brand_id !== to.brand_id) throw otherBrand();
  if (from.confidential_at && !to.confidential_at) throw outOfConfidence();
  return [from, to];
}

/** Locks two conversations, the smaller id first. */
export async function lockInOrder(ctx: Ctx, fromId: string, toId: string): Promise<[Conversation, Conversation]> {
  const [first, second] = fromId < toId ? [fromId, toId] : [toId, fromId];
  const a = await lock(ctx, first);
  const b = await lock(ctx, second);
  return a.id === fromId ? [a, b] : [b, a];
}

/** Writes down that something moves; what exactly is noted item by item. */
export async function noteMove(
  ctx: Ctx,
  kind: 'merge' | 'split' | 'move',
  fromId: string,
  toId: string,
): Promise<string> {
  const id = newId();
  await ctx.db
    .insertInto('conversation_moves')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      kind,
      from_id: fromId,
      to_id: toId,
      moved_at: ctx.now,
      moved_by: ctx.actor.id,
      before: '{}',
    })
    .execute();
  return id;
}

/** A move as it was noted, under its lock. */
export interface Taken {
  readonly kind: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly before: unknown;
  readonly undone_at: Date | null;
}

/** The move, locked, for who may take it back. */
export async function takeMove(ctx: Ctx, moveId: string): Promise<Taken> {
  const move = await ctx.db
    .selectFrom('conversation_moves')
    .select(['kind', 'from_id', 'to_id', 'before', 'undone_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .forUpdate()
    .executeTakeFirst();
  if (!move) throw notFound();
  return move;
}

/** From now on it is taken back. */
export async function noteUndone(ctx: Ctx, moveId: string): Promise<void> {
  await ctx.db
    .updateTable('conversation_moves')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .execute();
}
