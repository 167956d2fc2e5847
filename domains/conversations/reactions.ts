import { customerChanged, customerMerged, customerUnmerged, membershipBegan } from '#domains/customers/contract';
import { teammateWentOutside, workspaceOpened } from '#domains/identity/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { after, type Reaction, within } from '#platform/domain';
import { contactStarted, itemsMoved, messageReceived, messageTakenIn, moveUndone, replyAccepted } from './contract.ts';
import { forgetLetIn } from './confide.ts';
import {
  followMembership,
  followMerge,
  followName,
  followUnmerge,
  hearContact,
  hearMessage,
  hearPast,
} from './follow-customer.ts';
import { moveScheduled, returnScheduled, stopForCustomer } from './later/send-scheduled.ts';
import { keepPromises } from './promise.ts';
import { makeFirstStatuses } from './words.ts';

/** What conversations do when something happens. */
export const reactions: readonly Reaction[] = [
  within(workspaceOpened, giveStatuses),
  within(teammateWentOutside, forgetLetIn),
  within(replyAccepted, answerKeepsPromises),
  within(messageReceived, stopForCustomer),
  within(messageReceived, hearMessage),
  within(messageTakenIn, hearPast),
  within(contactStarted, hearContact),
  within(itemsMoved, moveScheduled),
  within(moveUndone, returnScheduled),
  within(customerMerged, followMerge),
  within(customerUnmerged, followUnmerge),
  within(membershipBegan, followMembership),
  after(customerChanged, followName),
];

/** In the same transaction: no conversation can open in a workspace without statuses. */
async function giveStatuses(ctx: Ctx, _event: EventOf<typeof workspaceOpened>): Promise<void> {
  await makeFirstStatuses(ctx);
}

/** In the same transaction as the reply: a promise is kept by what was written, at the moment it was written. */
async function answerKeepsPromises(ctx: Ctx, event: EventOf<typeof replyAccepted>): Promise<void> {
  await keepPromises(ctx, event.subjectId, event.occurredAt);
}
