import type { PersonalData } from '#platform/domain';

/** Why somebody is held says something of them: given away with the rest. Held customers are not erased, so none is left. */
export const personalData: PersonalData = {
  async export(ctx, customerId) {
    const hold = await ctx.db
      .selectFrom('legal_holds')
      .select(['why', 'held_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .executeTakeFirst();
    return hold ? { hold: { why: hold.why, heldAt: hold.held_at.toISOString() } } : {};
  },
  async erase(ctx, customerId) {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('legal_holds')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .executeTakeFirst();
    return { legal_holds: Number(numDeletedRows) };
  },
};
