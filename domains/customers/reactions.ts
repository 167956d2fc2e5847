import type { Ctx, EventOf } from '#platform/ctx';
import { within } from '#platform/domain';
import { customerChanged, customerMade, customerUnmerged, identityAdded, membershipBegan } from './contract.ts';
import { askForDuplicates } from './look-for-duplicates.ts';

/** Whoever is new, has another address or another name may be somebody we know already: looked at a moment later. */
export const reactions = [
  within(customerMade, lookAtNew),
  within(identityAdded, lookAtReached),
  within(customerChanged, lookAtChanged),
  within(membershipBegan, lookAtMember),
  within(customerUnmerged, areTwo),
];

async function lookAtNew(ctx: Ctx, event: EventOf<typeof customerMade>): Promise<void> {
  await askForDuplicates(ctx, event.subjectId);
}

async function lookAtReached(ctx: Ctx, event: EventOf<typeof identityAdded>): Promise<void> {
  await askForDuplicates(ctx, event.subjectId);
}

async function lookAtChanged(ctx: Ctx, event: EventOf<typeof customerChanged>): Promise<void> {
  if (event.body.fields.includes('name')) await askForDuplicates(ctx, event.subjectId);
}

async function lookAtMember(ctx: Ctx, event: EventOf<typeof membershipBegan>): Promise<void> {
  await askForDuplicates(ctx, event.subjectId);
}

/** Who took a merge apart has said that they are two: the pair is not suggested again. */
async function areTwo(ctx: Ctx, event: EventOf<typeof customerUnmerged>): Promise<void> {
  const [one, other] = [event.subjectId, event.body.mergedId].toSorted();
  await ctx.db
    .updateTable('duplicate_suggestions')
    .set({ dismissed_at: event.occurredAt, dismissed_by: ctx.actor.kind === 'teammate' ? ctx.actor.id : null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('one_id', '=', one ?? '')
    .where('other_id', '=', other ?? '')
    .execute();
}
