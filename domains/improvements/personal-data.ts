import type { PersonalData } from '#platform/domain';

/** Most that an export carries. */
const exportLimit = 10_000;

/** What somebody wrote on seeing a customer's conversation may say who they are. */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const improvements = await ctx.db
      .selectFrom('improvements')
      .select(['kind', 'title', 'words', 'suggested_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .orderBy('suggested_at')
      .limit(exportLimit)
      .execute();
    return { improvements };
  },
  async erase(ctx, customerId) {
    const erased = await ctx.db
      .updateTable('improvements')
      .set({ title: '', words: '', changed_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .where('title', '!=', '')
      .returning('id')
      .execute();
    for (const { id } of erased) ctx.touch('improvement', id);
    return { improvements: erased.length };
  },
};
