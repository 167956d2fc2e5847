import type {
  conversationReopened,
  promiseKept,
  promiseMade,
  promiseWithdrawn,
  replyUndone,
} from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { tellRow } from './clocks.ts';

type Promised =
  | EventOf<typeof promiseMade>
  | EventOf<typeof promiseKept>
  | EventOf<typeof promiseWithdrawn>
  | EventOf<typeof replyUndone>
  | EventOf<typeof conversationReopened>;

/** In the same transaction: what a teammate promised by a time is owed like what a policy promises, until it is kept. */
export async function owePromises(ctx: Ctx, event: Promised): Promise<void> {
  await tellRow(ctx, event.subjectId);
}
