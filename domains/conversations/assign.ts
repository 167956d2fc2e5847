import type { Ctx, ReadCtx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { loadActor, knownTeammates } from '#domains/identity';
import { queueById } from '#domains/teams';
import { refuseFull } from './at-hand.ts';
import { change } from './change.ts';
import { conversationAssigned, type ConversationView } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, type ConversationFacts, mayNotAssign } from './policy.ts';
import { viewOf } from './views.ts';

const unknownAssignee = problem(
  'conversations/unknown-assignee',
  422,
  'That teammate is not here',
  'Choose somebody from the list.',
);
const outOfReach = problem(
  'conversations/assignee-out-of-reach',
  422,
  'That teammate does not serve this brand',
  'Choose somebody who does.',
);
const otherBrandsQueue = problem(
  'conversations/other-brands-queue',
  422,
  'That queue serves another brand',
  'Choose a queue of the same brand.',
);

/**
 * Give the conversation to a teammate, to another queue, or back to nobody. A transfer never loses who waits since when.
 * Somebody whose hands are full is asked about first; `anyway` says that it is meant.
 */
export async function assign(
  ctx: Ctx,
  id: string,
  to: { assigneeId: string | null; queueId?: string | undefined; anyway?: boolean | undefined },
): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(before))) throw mayNotAssign();
  if (to.assigneeId) await refuseUnreachable(ctx, before, to.assigneeId);
  if (to.assigneeId && to.assigneeId !== before.assignee_id && !to.anyway) await refuseFull(ctx, before, to.assigneeId);
  // not loaded again: who hands it to another team may no longer see it, and must still be told that it went
  return viewOf(ctx, await assignRow(ctx, before, to));
}

/** Nobody is given what they cannot open: nothing crosses from one brand to another, not by a colleague either. */
async function refuseUnreachable(ctx: Ctx, conversation: Conversation, assigneeId: string): Promise<void> {
  const reaches = await reachOf(ctx, assigneeId);
  if (reaches === null) throw unknownAssignee();
  if (!reaches(factsOf(conversation))) throw outOfReach();
}

/** Which conversations somebody can be given; null where there is nobody of that id. */
export async function reachOf(
  ctx: ReadCtx,
  assigneeId: string,
): Promise<((conversation: ConversationFacts) => boolean) | null> {
  if ((await knownTeammates(ctx, [assigneeId])).size === 0) return null;
  const actor = await loadActor(ctx, assigneeId);
  return (conversation) => can.work(actor, { ...conversation, assigneeId });
}

/** Assigns a row that is locked and may be assigned. */
export async function assignRow(
  ctx: Ctx,
  before: Conversation,
  to: { assigneeId: string | null; queueId?: string | undefined },
): Promise<Conversation> {
  const queue = to.queueId ? await queueById(ctx, to.queueId) : null;
  if (to.queueId && (!queue || queue.brandId !== before.brand_id)) throw otherBrandsQueue();
  const queueId = queue?.id ?? before.queue_id;
  const teamId = queue?.teamId ?? before.team_id;
  if (before.assignee_id === to.assigneeId && before.queue_id === queueId) return before;
  const after = await change(ctx, before, { assignee_id: to.assigneeId, queue_id: queueId, team_id: teamId });
  ctx.emit(conversationAssigned, before.id, {
    assigneeId: to.assigneeId,
    fromAssigneeId: before.assignee_id,
    queueId,
    fromQueueId: before.queue_id,
    teamId,
    fromTeamId: before.team_id,
  });
  return after;
}
