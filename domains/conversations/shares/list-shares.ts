import { knownTeammates, loadActors, teammateNames, teammatesHolding } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import type { SharesView } from '../contract.ts';
import { type Conversation, factsOf, load } from '../load.ts';
import { can } from '../policy.ts';
import { isGuest, whyRead } from '../why-read.ts';

/** The guests a conversation is shared with, the longest first, and those it can be shared with. */
export async function listShares(ctx: ReadCtx, id: string): Promise<SharesView> {
  const conversation = await load(ctx, id);
  const rows =
    conversation.shared_at === null
      ? []
      : await ctx.db
          .selectFrom('conversation_shares')
          .select(['teammate_id', 'shared_at', 'shared_by'])
          .where('workspace_id', '=', ctx.workspaceId)
          .where('conversation_id', '=', id)
          .orderBy('shared_at')
          .orderBy('teammate_id')
          .execute();
  const mayShare = can.share(ctx.actor, factsOf(conversation));
  const free = mayShare ? await guestsFor(ctx, conversation) : [];
  const names = await teammateNames(ctx, [
    ...rows.flatMap((row) => [row.teammate_id, ...(row.shared_by ? [row.shared_by] : [])]),
    ...free,
  ]);
  const nameOf = (one: string): string => names.get(one) ?? '';
  return {
    rows: rows.map((row) => ({
      teammateId: row.teammate_id,
      name: nameOf(row.teammate_id),
      since: row.shared_at.toISOString(),
      by: row.shared_by && nameOf(row.shared_by),
    })),
    guests: free.map((one) => ({ id: one, name: nameOf(one) })).sort((a, b) => a.name.localeCompare(b.name)),
    can: mayShare ? ['share'] : [],
  };
}

/** Guests who would see it once it were shared with them, by the very policy that then lets them in. */
async function guestsFor(ctx: ReadCtx, conversation: Conversation): Promise<readonly string[]> {
  const actors = [...(await loadActors(ctx, await teammatesHolding(ctx, 'conversations.shared')))];
  const facts = factsOf(conversation);
  return actors
    .filter(([id, actor]) => {
      if (!isGuest(actor) || conversation.sharedWith.has(id)) return false;
      return whyRead(actor, { ...facts, sharedWith: new Set([id]) }).allowed;
    })
    .map(([id]) => id);
}

/** Whether somebody is here at all: whoever left is nobody's guest. */
export async function mayBeShared(ctx: ReadCtx, teammateId: string): Promise<boolean> {
  return (await knownTeammates(ctx, [teammateId])).has(teammateId);
}
