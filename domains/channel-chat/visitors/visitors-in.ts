import { participantsOf } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import { visitorIdForm } from './visitor.ts';

/** The visitors that take part in these conversations, wherever those were merged into. */
export async function visitorsIn(
  ctx: ReadCtx,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const taking = await participantsOf(ctx, conversationIds);
  return new Map(
    [...taking].map(([id, { addresses }]) => [id, [...addresses].filter((address) => visitorIdForm.test(address))]),
  );
}
