import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { knownTeammates } from '#domains/identity';
import { queueById } from '#domains/teams';
import { change } from './change.ts';
import { conversationAssigned, type ConversationView } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, mayNotAssign } from './policy.ts';
import { conversationView } from './views.ts';

const unknownAssignee = problem('conversations/unknown-assignee', 422, 'That teammate is not here', 'Choose somebody from the list.');
const otherBrandsQueue = problem('conversations/other-brands-queue', 422, 'That queue serves another brand', 'Choose a queue of the same brand.');

/** Give the conversation to a teammate, to another queue, or back to nobody. A transfer never loses who waits since when. */
export async function assign(ctx: Ctx, id: string, to: { assigneeId: string | null; queueId?: string | undefined }): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(before))) throw mayNotAssign();
  if (to.assigneeId && (await knownTeammates(ctx, [to.assigneeId])).size === 0) throw unknownAssignee();
  await assignRow(ctx, before, to);
  return conversationView(ctx, id);
}

/** Assigns a row that is locked and may be assigned. */
export async function assignRow(ctx: Ctx, before: Conversation, to: { assigneeId: string | null; queueId?: string | undefined }): Promise<void> {
  const queue = to.queueId ? await queueById(ctx, to.queueId) : null;
  if (to.queueId && (!queue || queue.brandId !== before.brand_id)) throw otherBrandsQueue();
  const queueId = queue?.id ?? before.queue_id;
  const teamId = queue?.teamId ?? before.team_id;
  if (before.assignee_id === to.assigneeId && before.queue_id === queueId) return;
  await change(ctx, before, { assignee_id: to.assigneeId, queue_id: queueId, team_id: teamId });
  ctx.emit(conversationAssigned, before.id, {
    assigneeId: to.assigneeId,
    fromAssigneeId: before.assignee_id,
    queueId,
    fromQueueId: before.queue_id,
    teamId,
    fromTeamId: before.team_id,
  });
}
