import type { Ctx } from '#platform/ctx';

/** Tells the channel's job that something waits in this conversation; the rows say what, and when. */
export function nudge(ctx: Ctx, conversationId: string, channel: string, at: Date): void {
  const job = ctx.house.channels.get(channel)?.deliverJob;
  if (job) ctx.enqueue(job, { conversationId }, { startAfter: at });
}
