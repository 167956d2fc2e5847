import {
  conversationAssigned,
  conversationClosed,
  conversationReopened,
  itemsMoved,
  moveUndone,
} from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { within } from '#platform/domain';
import { tellTalk } from './tell.ts';
import { visitorsIn } from './visitors-in.ts';

/** What of a conversation the visitor in it is told: who is there for them, and whether it goes on. */
export const visitorReactions = [
  within(conversationAssigned, tellVisitors),
  within(conversationClosed, tellVisitors),
  within(conversationReopened, tellVisitors),
  within(itemsMoved, tellMoved),
  within(moveUndone, tellMoved),
];

async function tellVisitors(ctx: Ctx, { subjectId }: { readonly subjectId: string }): Promise<void> {
  for (const id of (await visitorsIn(ctx, [subjectId])).get(subjectId) ?? []) tellTalk(ctx, id, subjectId);
}

/** Whoever was in one of the two may be in the other from now on. */
async function tellMoved(ctx: Ctx, event: EventOf<typeof itemsMoved | typeof moveUndone>): Promise<void> {
  await tellVisitors(ctx, event);
  await tellVisitors(ctx, { subjectId: event.body.toId });
}
