import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from '../change.ts';
import { conversationLinked, conversationUnlinked, type LinkRelation } from '../contract.ts';
import { type Conversation, factsOf } from '../load.ts';
import { lockInOrder } from '../note-move.ts';
import { can, mayNotNote } from '../policy.ts';
import { inverse, stored } from './relations.ts';

const sameOne = problem('conversations/link-to-itself', 422, 'This is the same conversation', 'Choose another one.');
const otherBrand = problem(
  'conversations/link-across-brands',
  422,
  'These belong to different brands',
  'Nothing crosses from one brand to another; write a note instead.',
);
const goesRound = problem(
  'conversations/link-goes-round',
  409,
  'This would make a conversation a part of itself',
  'Take the other link away first, or choose another kind.',
);
const partAlready = problem(
  'conversations/part-already',
  409,
  'This is a part of another conversation already',
  'Take that link away first.',
);
const tooMany = problem(
  'conversations/too-many-links',
  409,
  'There are too many links here already',
  'Link the others with one another instead, or take some away.',
);

/** Most links of one conversation, and longest chain of parts. */
const linkLimit = 500;
const chainLimit = 50;

/** Says what a conversation is to another one; the other side says the inverse. Twice is once. */
export async function link(ctx: Ctx, id: string, otherId: string, relation: LinkRelation): Promise<void> {
  const both = await bothOf(ctx, id, otherId);
  const row = stored(id, otherId, relation);
  if (row.type === 'belongs-to') await refuseCircle(ctx, row.from_id, row.to_id);
  if ((await countOf(ctx, id)) >= linkLimit || (await countOf(ctx, otherId)) >= linkLimit) throw tooMany();
  const made = await ctx.db
    .insertInto('conversation_links')
    .values({ workspace_id: ctx.workspaceId, ...row, linked_at: ctx.now, linked_by: ctx.actor.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return;
  for (const one of both) await change(ctx, one, {});
  ctx.emit(conversationLinked, id, { otherId, relation });
  ctx.emit(conversationLinked, otherId, { otherId: id, relation: inverse(relation) });
}

/** Takes a link away, from either side. */
export async function unlink(ctx: Ctx, id: string, otherId: string, relation: LinkRelation): Promise<void> {
  const both = await bothOf(ctx, id, otherId);
  const row = stored(id, otherId, relation);
  const gone = await ctx.db
    .deleteFrom('conversation_links')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('from_id', '=', row.from_id)
    .where('to_id', '=', row.to_id)
    .where('type', '=', row.type)
    .executeTakeFirst();
  if (gone.numDeletedRows !== 1n) return;
  for (const one of both) await change(ctx, one, {});
  ctx.emit(conversationUnlinked, id, { otherId, relation });
  ctx.emit(conversationUnlinked, otherId, { otherId: id, relation: inverse(relation) });
}

/** Both, locked, for who may write in both. */
async function bothOf(ctx: Ctx, id: string, otherId: string): Promise<readonly Conversation[]> {
  if (id === otherId) throw sameOne();
  const both = await lockInOrder(ctx, id, otherId);
  if (both.some((one) => !can.note(ctx.actor, factsOf(one)))) throw mayNotNote();
  if (both[0].brand_id !== both[1].brand_id) throw otherBrand();
  return both;
}

/** A part belongs to one whole, and never to itself by way of others. */
async function refuseCircle(ctx: Ctx, partId: string, wholeId: string): Promise<void> {
  const already = await wholeOf(ctx, partId);
  if (already !== null && already !== wholeId) throw partAlready();
  let at: string | null = wholeId;
  for (let step = 0; step < chainLimit && at !== null; step += 1) {
    if (at === partId) throw goesRound();
    at = await wholeOf(ctx, at);
  }
}

async function wholeOf(ctx: Ctx, partId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('conversation_links')
    .select('to_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('from_id', '=', partId)
    .where('type', '=', 'belongs-to')
    .executeTakeFirst();
  return row?.to_id ?? null;
}

async function countOf(ctx: Ctx, id: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom('conversation_links')
    .select('type')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb.or([eb('from_id', '=', id), eb('to_id', '=', id)]))
    .limit(linkLimit)
    .execute();
  return rows.length;
}
