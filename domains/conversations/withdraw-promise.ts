import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { change } from './change.ts';
import { type ConversationView, promiseWithdrawn } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { conversationView } from './views.ts';

/** Takes a promise back: it binds nobody any more, and counts as neither kept nor broken. Twice is once. */
export async function withdrawPromise(ctx: Ctx, conversationId: string, promiseId: string): Promise<ConversationView> {
  const before = await lock(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  const promise = await ctx.db
    .selectFrom('promises')
    .select(['id', 'withdrawn_at', 'kept_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('id', '=', promiseId)
    .executeTakeFirst();
  if (!promise) throw notFound();
  if (promise.withdrawn_at || promise.kept_at) return conversationView(ctx, conversationId);
  await ctx.db
    .updateTable('promises')
    .set({ withdrawn_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', promiseId)
    .execute();
  await change(ctx, before, {});
  ctx.emit(promiseWithdrawn, conversationId, { promiseId });
  return conversationView(ctx, conversationId);
}
