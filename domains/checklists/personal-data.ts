import type { PersonalData } from '#platform/domain';

/** Most tasks about one customer that an export carries. */
const exportLimit = 10_000;

/** What was to be done for a customer; the title may say their name. */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const tasks = await ctx.db
      .selectFrom('tasks')
      .select(['title', 'made_at', 'due_at', 'done_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .orderBy('made_at')
      .limit(exportLimit)
      .execute();
    return { tasks };
  },
  async erase(ctx, customerId) {
    const erased = await ctx.db
      .updateTable('tasks')
      .set({ title: '' })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .where('title', '!=', '')
      .executeTakeFirst();
    return { tasks: Number(erased.numUpdatedRows) };
  },
};
