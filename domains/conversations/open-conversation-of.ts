import type { ReadCtx } from '#platform/ctx';

/**
 * The newest conversation of a customer in a brand that is still alive: not closed, or closed less than `withinHours`
 * before now. What case policies by open conversation or by customer ask.
 */
export async function openConversationOf(
  ctx: ReadCtx,
  ask: { customerId: string; brandId: string; lineId?: string; withinHours?: number },
): Promise<{ conversationId: string } | null> {
  const since = new Date(ctx.now.getTime() - (ask.withinHours ?? 0) * 3_600_000);
  const row = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', ask.customerId)
    .where('brand_id', '=', ask.brandId)
    .where('merged_at', 'is', null)
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', since)]))
    .orderBy('last_entry_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { conversationId: row.id } : null;
}
