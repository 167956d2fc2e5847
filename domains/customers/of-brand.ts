import { sql } from 'kysely';
import type { OfBrand } from '#platform/domain';

/** What is told before a brand is archived: whom it knows. */
export const ofBrand: OfBrand = {
  says: 'Customers',
  becomes:
    'They stay with all that was said, for who serves the brand, and are erased when their keeping time is over.',
  async count(ctx, brandId, limit) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (
        select 1 from customers
        where workspace_id = ${ctx.workspaceId} and brand_id = ${brandId} and merged_into_id is null and erased_at is null
        limit ${limit}) as found`.execute(ctx.db);
    return rows[0]?.count ?? 0;
  },
};
