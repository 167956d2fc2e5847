import type { PersonalData } from '#platform/domain';

/** Most that an export carries. */
const exportLimit = 10_000;

/** Who was checked for a customer: the words name them, or who spoke for them. */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const verifications = await ctx.db
      .selectFrom('verifications')
      .select(['whom', 'way_name', 'passed', 'checked_at', 'expires_at', 'ended_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .orderBy('checked_at')
      .limit(exportLimit)
      .execute();
    return { verifications };
  },
  async erase(ctx, customerId) {
    const erased = await ctx.db
      .updateTable('verifications')
      .set({ whom: '' })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .where('whom', '!=', '')
      .executeTakeFirst();
    return { verifications: Number(erased.numUpdatedRows) };
  },
};
