import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { load } from './load.ts';

/** Notes what the reader has seen, or with 0 that they want to see it again. Personal: nobody else's work changes. */
export async function markRead(ctx: Ctx, conversationId: string, version: number): Promise<{ seenVersion: number }> {
  const conversation = await load(ctx, conversationId);
  const seenVersion = Math.min(version, conversation.version);
  if (ctx.actor.kind !== 'teammate' || !ctx.actor.id) return { seenVersion };
  await ctx.db
    .insertInto('conversation_reads')
    .values({
      workspace_id: ctx.workspaceId,
      teammate_id: ctx.actor.id,
      conversation_id: conversationId,
      seen_version: seenVersion,
      seen_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'teammate_id', 'conversation_id']).doUpdateSet({
        seen_version: version === 0 ? 0 : sql`greatest(conversation_reads.seen_version, excluded.seen_version)`,
        seen_at: ctx.now,
      }),
    )
    .execute();
  return { seenVersion };
}
