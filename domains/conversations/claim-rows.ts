import type { Ctx } from '#platform/ctx';

/** It leaves at a later date, and until then may be taken back as any other. */
export async function postpone(ctx: Ctx, conversationId: string, entryId: string, until: Date): Promise<null> {
  await ctx.db
    .updateTable('deliveries')
    .set({ deliver_at: until })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where('claimed_at', 'is', null)
    .where('sent_at', 'is', null)
    .execute();
  ctx.touch('conversation', conversationId);
  return null;
}

const claimedColumns = ['id', 'recipient', 'recipient_kind', 'attempts', 'line_id'] as const;

/** What a claim of this name took and has not sent. */
export async function claimedRows(ctx: Ctx, entryId: string, claimedBy: string) {
  return ctx.db
    .selectFrom('deliveries')
    .select(claimedColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where('claimed_by', '=', claimedBy)
    .where('sent_at', 'is', null)
    .execute();
}

/** Takes every copy of a reply that is not on its way or settled. */
export async function claimRows(ctx: Ctx, entryId: string, claimedBy: string) {
  return ctx.db
    .updateTable('deliveries')
    .set((eb) => ({ claimed_at: ctx.now, claimed_by: claimedBy, attempts: eb('attempts', '+', 1) }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where((eb) =>
      eb.and([
        eb('claimed_at', 'is', null),
        eb('sent_at', 'is', null),
        eb('unconfirmed_at', 'is', null),
        eb('failed_at', 'is', null),
        eb('cancelled_at', 'is', null),
      ]),
    )
    .returning(claimedColumns)
    .execute();
}
