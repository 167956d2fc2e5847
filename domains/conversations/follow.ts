import { knownTeammates } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { type ConversationView, followersChanged } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { conversationView } from './views.ts';

const unknownFollower = problem(
  'conversations/unknown-follower',
  422,
  'That is not a teammate here',
  'Choose the name from the list.',
);

/** A teammate follows: they hear what the customer writes, without it being their work. Twice is once. */
export async function follow(ctx: Ctx, id: string, teammateId: string): Promise<ConversationView> {
  const before = await lock(ctx, id);
  // oneself whoever may read; somebody else by who may write there
  if (teammateId !== ctx.actor.id && !can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  if (!(await knownTeammates(ctx, [teammateId])).has(teammateId)) throw unknownFollower();
  if (await addFollowers(ctx, id, [teammateId])) await change(ctx, before, {});
  return conversationView(ctx, id);
}

/** Follows no more. */
export async function unfollow(ctx: Ctx, id: string, teammateId: string): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (teammateId !== ctx.actor.id && !can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  const gone = await ctx.db
    .deleteFrom('participants')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', id)
    .where('teammate_id', '=', teammateId)
    .where('role', '=', 'follower')
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n) {
    ctx.emit(followersChanged, id, { added: [], removed: [teammateId] });
    await change(ctx, before, {});
  }
  return conversationView(ctx, id);
}

/** Writes down who follows from now on, under the lock of the caller; false where all did already. */
export async function addFollowers(ctx: Ctx, id: string, teammateIds: readonly string[]): Promise<boolean> {
  if (teammateIds.length === 0) return false;
  const rows = await ctx.db
    .insertInto('participants')
    .values(
      teammateIds.map((teammateId) => ({
        workspace_id: ctx.workspaceId,
        id: newId(),
        conversation_id: id,
        teammate_id: teammateId,
        role: 'follower',
        since: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('teammate_id')
    .execute();
  const added = rows.flatMap((row) => row.teammate_id ?? []);
  if (added.length > 0) ctx.emit(followersChanged, id, { added, removed: [] });
  return added.length > 0;
}

/** Most followers that one message tells. */
const followerLimit = 200;

/** Who follows a conversation. */
export async function followersOf(ctx: Pick<Ctx, 'db' | 'workspaceId'>, id: string): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom('participants')
    .select('teammate_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', id)
    .where('role', '=', 'follower')
    .limit(followerLimit)
    .execute();
  return rows.flatMap((row) => row.teammate_id ?? []);
}
