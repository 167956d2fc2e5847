import { closingAsks } from '#domains/customers';
import type { ReadCtx } from '#platform/ctx';
import { havingOpenParts } from './links/list-links.ts';
import type { Conversation } from './load.ts';
import { asksForReason } from './reason-to-close.ts';

/** What is in the way of closing: an open part, no reason, something still to be said. */
export type InTheWay = 'parts' | 'reason' | 'fields';

/** What would stop each of many from being closed, as `close` asks, with its reason as it will be by then. */
export async function foreseeClosing(
  ctx: ReadCtx,
  conversations: readonly Conversation[],
): Promise<(conversation: Conversation, reasonId: string | null) => InTheWay | null> {
  const parts = await havingOpenParts(
    ctx,
    conversations.map(({ id }) => id),
  );
  const asking = new Set<string>();
  const unsaid = new Map<string, Awaited<ReturnType<typeof closingAsks>>>();
  for (const brandId of new Set(conversations.map((one) => one.brand_id))) {
    if (await asksForReason(ctx, brandId)) asking.add(brandId);
    unsaid.set(brandId, await closingAsks(ctx, brandId));
  }
  return (conversation, reasonId) => {
    if (parts.has(conversation.id)) return 'parts';
    if (reasonId === null && asking.has(conversation.brand_id)) return 'reason';
    const values = conversation.custom as Readonly<Record<string, unknown>>;
    return unsaid.get(conversation.brand_id)?.(values) ? 'fields' : null;
  };
}
