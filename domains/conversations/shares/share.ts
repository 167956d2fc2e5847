import { loadActor } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { addNote } from '../add-note.ts';
import { change } from '../change.ts';
import { conversationShared, type SharesView, shareEnded, sharesLimit } from '../contract.ts';
import { type Conversation, factsOf, lock } from '../load.ts';
import { can } from '../policy.ts';
import { isGuest, whyRead } from '../why-read.ts';
import { listShares, mayBeShared } from './list-shares.ts';

const mayNotShare = problem(
  'conversations/may-not-share',
  403,
  'You may not share this conversation',
  'Ask its team leader. A confidential one is shared with nobody: let people in by name instead.',
);
const noGuest = problem(
  'conversations/no-guest',
  422,
  'That is nobody this conversation can be shared with',
  'Choose a guest from the list. Colleagues see conversations by their role; a guest serves the brand.',
);
const tooManyGuests = problem(
  'conversations/too-many-guests',
  422,
  `A conversation is shared with at most ${sharesLimit} guests`,
  'End sharing with somebody who is done.',
);

/** One guest sees this conversation from now on, and is told; a note says what is asked of them. */
export async function share(
  ctx: Ctx,
  id: string,
  { teammateId, note }: { readonly teammateId: string; readonly note?: { id: string; text: string } | undefined },
): Promise<SharesView> {
  const before = await lock(ctx, id);
  if (!can.share(ctx.actor, factsOf(before))) throw mayNotShare();
  if (!before.sharedWith.has(teammateId)) await open(ctx, before, teammateId, note?.id ?? null);
  if (note) await addNote(ctx, id, { ...note, mentions: [] });
  return listShares(ctx, id);
}

async function open(ctx: Ctx, before: Conversation, teammateId: string, noteId: string | null): Promise<void> {
  if (!(await mayBeShared(ctx, teammateId))) throw noGuest();
  const guest = await loadActor(ctx, teammateId);
  const after = { ...factsOf(before), sharedWith: new Set([...before.sharedWith, teammateId]) };
  if (!isGuest(guest) || !whyRead(guest, after).allowed) throw noGuest();
  if (after.sharedWith.size > sharesLimit) throw tooManyGuests();
  await ctx.db
    .insertInto('conversation_shares')
    .values({
      workspace_id: ctx.workspaceId,
      conversation_id: before.id,
      teammate_id: teammateId,
      shared_at: ctx.now,
      shared_by: ctx.actor.id,
    })
    .execute();
  await change(ctx, before, { shared_at: before.shared_at ?? ctx.now });
  ctx.emit(conversationShared, before.id, { teammateId, noteId });
}

/** The guest sees it no more; what they wrote stays. Whoever may share may end it, also once it is confidential. */
export async function endShare(ctx: Ctx, id: string, teammateId: string): Promise<SharesView> {
  const before = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(before))) throw mayNotShare();
  const gone = await ctx.db
    .deleteFrom('conversation_shares')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', id)
    .where('teammate_id', '=', teammateId)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) return listShares(ctx, id);
  const left = new Set([...before.sharedWith].filter((other) => other !== teammateId));
  await change(ctx, before, { shared_at: left.size > 0 ? before.shared_at : null });
  ctx.emit(shareEnded, id, { teammateId });
  return listShares(ctx, id);
}
