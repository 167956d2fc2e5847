import type { Ctx, ReadCtx } from '#platform/ctx';
import { problem, sameIdOtherBody, signInFirst } from '#platform/problem';
import { change } from './change.ts';
import { type ConversationView, promiseKept, promiseMade } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { conversationView } from './views.ts';

const inThePast = problem(
  'conversations/promise-in-the-past',
  422,
  'That time has passed',
  'Promise something that can still be kept.',
);

/** Promise the customer something by a time; it stands in the row, in the thread and in who made it. */
export async function makePromise(
  ctx: Ctx,
  conversationId: string,
  given: { id: string; dueAt: Date; words: string },
): Promise<ConversationView> {
  const before = await lock(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  if (!ctx.actor.id) throw signInFirst();
  if (given.dueAt <= ctx.now) throw inThePast();
  const made = await ctx.db
    .insertInto('promises')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      conversation_id: conversationId,
      made_by: ctx.actor.id,
      made_at: ctx.now,
      due_at: given.dueAt,
      words: given.words,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) {
    await change(ctx, before, {});
    ctx.emit(promiseMade, conversationId, { promiseId: given.id, dueAt: given.dueAt.toISOString() });
  } else await refuseOtherPromise(ctx, conversationId, given);
  return conversationView(ctx, conversationId);
}

async function refuseOtherPromise(
  ctx: Ctx,
  conversationId: string,
  given: { id: string; dueAt: Date; words: string },
): Promise<void> {
  const there = await ctx.db
    .selectFrom('promises')
    .select(['conversation_id', 'due_at', 'words'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', given.id)
    .executeTakeFirst();
  const same =
    there?.conversation_id === conversationId &&
    there.due_at.getTime() === given.dueAt.getTime() &&
    there.words === given.words;
  if (!same) throw sameIdOtherBody();
}

/** When the first open promise of an open conversation is due; null where nothing is promised. */
export async function firstPromiseDue(ctx: ReadCtx, conversationId: string): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('promises')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.workspace_id', '=', 'promises.workspace_id')
        .onRef('conversations.id', '=', 'promises.conversation_id'),
    )
    .select('promises.due_at')
    .where('promises.workspace_id', '=', ctx.workspaceId)
    .where('promises.conversation_id', '=', conversationId)
    .where('promises.kept_at', 'is', null)
    .where('promises.withdrawn_at', 'is', null)
    .where('conversations.closed_at', 'is', null)
    .orderBy('promises.due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** The answer that kept them was taken back before it left: what was promised is open again. */
export async function reopenPromises(ctx: Ctx, conversationId: string, answeredAt: Date): Promise<void> {
  await ctx.db
    .updateTable('promises')
    .set({ kept_at: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kept_at', '=', answeredAt)
    .execute();
}

/** An answer keeps the open promises of its conversation: reacts within the reply's transaction. */
export async function keepPromises(ctx: Ctx, conversationId: string, at: Date): Promise<void> {
  const kept = await ctx.db
    .updateTable('promises')
    .set({ kept_at: at })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kept_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('made_at', '<', at)
    .returning(['id', 'due_at'])
    .execute();
  for (const promise of kept)
    ctx.emit(promiseKept, conversationId, { promiseId: promise.id, inTime: at <= promise.due_at }, { occurredAt: at });
}
