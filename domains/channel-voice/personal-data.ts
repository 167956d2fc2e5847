import type { PersonalData } from '#platform/domain';
import { rows } from './load.ts';

/** Most calls of one customer that an export carries. */
const exportLimit = 10_000;

/** A customer's part in calls: their numbers, names and words. What happened when stays, without them. */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const calls = await rows(ctx)
      .where('customer_id', '=', customerId)
      .orderBy('started_at')
      .limit(exportLimit)
      .execute();
    return {
      calls: calls.map((call) => ({
        id: call.id,
        conversationId: call.conversation_id,
        fromNumber: call.from_number,
        toNumber: call.to_number,
        name: call.customer_name,
        subject: call.subject,
        startedAt: call.started_at.toISOString(),
        answeredAt: call.answered_at?.toISOString() ?? null,
        endedAt: call.ended_at?.toISOString() ?? null,
        outcome: call.outcome,
      })),
    };
  },
  async erase(ctx, customerId) {
    const erased = await ctx.db
      .updateTable('calls')
      .set({ from_number: '', customer_name: '', subject: '' })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .returning('id')
      .execute();
    for (const { id } of erased) ctx.touch('call', id);
    return { calls: erased.length };
  },
};
