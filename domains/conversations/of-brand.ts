import { sql } from 'kysely';
import type { OfBrand } from '#platform/domain';
import { statusCategories } from './contract.ts';

const notClosed = statusCategories.filter((category) => category !== 'closed');

/** What is told before a brand is archived: matters that somebody still waits for. */
export const ofBrand: OfBrand = {
  says: 'Open conversations',
  becomes:
    'They stay in their queues, to read and to close, for who serves the brand; an answer has no channel to leave by until one is opened.',
  async count(ctx, brandId, limit) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (
        select 1 from conversations
        where workspace_id = ${ctx.workspaceId} and brand_id = ${brandId} and merged_at is null
          and status_category = any(${notClosed}::text[])
        limit ${limit}) as found`.execute(ctx.db);
    return rows[0]?.count ?? 0;
  },
};
