import type { Ctx, ReadCtx } from '#platform/ctx';
import type { KeptType } from '#platform/domain';
import { withMerged } from './queries.ts';

/** Customers who were not heard of for long: they are erased whole, over every part of the house. */
export const keptCustomers: KeptType = {
  type: 'customers',
  title: 'Customers',
  says: 'Erased whole, as by hand, when nothing happened with them for so long',
  async due(ctx, { before, after, limit }) {
    const rows = await ctx.db
      .selectFrom('customers')
      .select(['id', 'first_seen_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('merged_into_id', 'is', null)
      .where('erased_at', 'is', null)
      .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(limit)
      .execute();
    const due: { id: string; customerId: string }[] = [];
    for (const { id, first_seen_at: seen } of rows)
      if (seen < before && (await isQuiet(ctx, id, before))) due.push({ id, customerId: id });
    return { rows: due, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
  },
  stillDue,
};

/** Once more, with the customer's row held: a mail that came since the look keeps them. */
async function stillDue(ctx: Ctx, id: string, before: Date): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('customers')
    .select('first_seen_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('merged_into_id', 'is', null)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined && row.first_seen_at < before && (await isQuiet(ctx, id, before));
}

/** Whether nothing happened with them since, as every domain's part of the timeline knows it: one row of each. */
async function isQuiet(ctx: ReadCtx, id: string, before: Date): Promise<boolean> {
  const recordIds = await withMerged(ctx, id);
  for (const { moments } of ctx.house.domains) {
    const [newest] = (await moments?.list(ctx, recordIds, { before: null, limit: 1 })) ?? [];
    if (newest && newest.at >= before) return false;
  }
  return true;
}
