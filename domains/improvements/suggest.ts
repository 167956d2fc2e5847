import { sql } from 'kysely';
import { can as conversation, factsOf, load } from '#domains/conversations';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import {
  type ImprovementView,
  improvementSuggested,
  improvementWithdrawn,
  type suggestImprovement as suggestRoute,
} from './contract.ts';
import { can } from './policy.ts';
import { improvementRows, improvementView, lockImprovement } from './queries.ts';
import { changed } from './topic.ts';

const mayNotSuggest = problem(
  'improvements/may-not-suggest',
  403,
  'You may not suggest anything from this conversation',
  'Ask the conversation’s team.',
);

/** Suggest what should be mended, from a conversation that shows it; the same one again is suggested once. */
export async function suggest(
  ctx: Ctx,
  conversationId: string,
  given: BodyOf<typeof suggestRoute>,
): Promise<ImprovementView> {
  const { id, kind, title, words } = given;
  const from = await suggestible(ctx, conversationId);
  const made = await ctx.db
    .insertInto('improvements')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      brand_id: from.brand_id,
      customer_id: from.customer_id,
      kind,
      title,
      words,
      suggested_by: ctx.actor.id,
      suggested_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return same(ctx, given);
  await say(ctx, { id, kind }, conversationId, true);
  return improvementView(ctx, id);
}

/** This conversation shows it too. Twice is once. */
export async function support(ctx: Ctx, id: string, conversationId: string): Promise<ImprovementView> {
  const from = await suggestible(ctx, conversationId);
  const row = await lockImprovement(ctx, id);
  // nothing crosses brands
  if (row.brand_id !== from.brand_id) throw notFound();
  await say(ctx, row, conversationId, false);
  return improvementView(ctx, id);
}

/** This conversation does not show it after all; what no conversation shows any more stays in the list. */
export async function unsupport(ctx: Ctx, id: string, conversationId: string): Promise<ImprovementView> {
  await suggestible(ctx, conversationId);
  await lockImprovement(ctx, id);
  const gone = await ctx.db
    .deleteFrom('improvement_supports')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('improvement_id', '=', id)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n) {
    await count(ctx, id, -1);
    ctx.emit(improvementWithdrawn, conversationId, { improvementId: id });
    ctx.touch('conversation', conversationId);
    await changed(ctx, id);
  }
  return improvementView(ctx, id);
}

async function suggestible(ctx: Ctx, conversationId: string) {
  const found = await load(ctx, conversationId);
  if (!conversation.note(ctx.actor, factsOf(found))) throw mayNotSuggest();
  return found;
}

async function say(
  ctx: Ctx,
  row: { readonly id: string; readonly kind: string },
  conversationId: string,
  isNew: boolean,
): Promise<void> {
  const said = await ctx.db
    .insertInto('improvement_supports')
    .values({
      workspace_id: ctx.workspaceId,
      improvement_id: row.id,
      conversation_id: conversationId,
      said_by: ctx.actor.id,
      said_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'improvement_id', 'conversation_id']).doNothing())
    .executeTakeFirst();
  if (said.numInsertedOrUpdatedRows !== 1n) return;
  await count(ctx, row.id, 1);
  const kind = row.kind as ImprovementView['kind'];
  ctx.emit(improvementSuggested, conversationId, { improvementId: row.id, kind, isNew });
  ctx.touch('conversation', conversationId);
  await changed(ctx, row.id);
}

/** Kept as a number, so that the list is in its order without counting. */
async function count(ctx: Ctx, id: string, by: number): Promise<void> {
  await ctx.db
    .updateTable('improvements')
    .set({ supports: sql<number>`supports + ${by}` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

async function same(ctx: Ctx, given: BodyOf<typeof suggestRoute>): Promise<ImprovementView> {
  const row = await improvementRows(ctx).where('id', '=', given.id).executeTakeFirst();
  if (!row || !can.read(ctx.actor, { brandId: row.brand_id }) || row.title !== given.title) throw sameIdOtherBody();
  return improvementView(ctx, given.id);
}
