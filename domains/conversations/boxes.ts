import { sql } from 'kysely';
import type { ReplyOf } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { brandsServed, ofBrandsServed } from '#domains/brands';
import { queuesFor } from '#domains/teams';
import type * as z from 'zod';
import type { BoxView, listBoxes } from './contract.ts';
import { everything } from './count.ts';
import { scopeOf } from '#platform/policy';

type Box = z.output<typeof BoxView>;
type OfBrand = ReplyOf<typeof listBoxes>['brands'][number];

/**
 * The fixed lists with their counts, for how far the reader's scope reaches: a number never tells of what a list would
 * not show. Confidential conversations are in no number, not even for those let in: nothing is counted by scanning.
 */
export async function boxes(ctx: ReadCtx): Promise<{ boxes: Box[]; brands: OfBrand[] }> {
  const wide = scopeOf(ctx.actor, 'conversations.read');
  if (wide === null) return { boxes: [], brands: [] };
  // whose scope is their own work sees nothing of a queue but what is theirs
  const queues = wide === 'own' ? [] : await queuesFor(ctx);
  const me = ctx.actor.id ?? everything;
  const counts = await keptCounts(
    ctx,
    ['assignee', 'queue', 'queue-unassigned', 'all'],
    [me, everything, ...queues.map(({ id }) => id)],
  );
  const count = (box: string, id: string): number => counts.get(`${box} ${id}`) ?? 0;
  const all =
    wide === 'all' || wide === 'brand' ? count('all', everything) : sum(queues.map(({ id }) => count('queue', id)));
  return {
    boxes: [
      { box: 'mine', id: null, name: 'My work', open: count('assignee', me), unassigned: null, brandId: null },
      {
        box: 'unassigned',
        id: null,
        name: 'Unassigned',
        open: sum(queues.map(({ id }) => count('queue-unassigned', id))),
        unassigned: null,
        brandId: null,
      },
      ...queues.map((queue) => ({
        box: 'queue' as const,
        id: queue.id,
        name: queue.name,
        open: count('queue', queue.id),
        unassigned: count('queue-unassigned', queue.id),
        brandId: queue.brandId,
      })),
      {
        box: 'all',
        id: null,
        name: 'All open',
        open: wide === 'own' ? count('assignee', me) : all,
        unassigned: null,
        brandId: null,
      },
    ],
    brands: await mineByBrand(ctx, me),
  };
}

/** My open work, brand by brand; a workspace with one brand never hears of it. */
async function mineByBrand(ctx: ReadCtx, me: string): Promise<OfBrand[]> {
  const brands = await brandsServed(ctx);
  if (brands.length < 2) return [];
  const { rows } = await sql<{ brand_id: string; count: number }>`
    select brand_id, sum(count)::int as count from (${keptRows(ctx, ['assignee'], [me])}) as kept group by brand_id`.execute(
    ctx.db,
  );
  const counts = new Map(rows.map((row) => [row.brand_id, row.count]));
  return brands.map(({ id }) => ({ brandId: id, open: counts.get(id) ?? 0 }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Folded counts plus the few deltas not folded yet, open and not confidential, of the brands served. */
async function keptCounts(
  ctx: ReadCtx,
  kinds: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ box: string; box_id: string; count: number }>`
    select box, box_id, sum(count)::int as count from (${keptRows(ctx, kinds, ids)}) as kept group by box, box_id`.execute(
    ctx.db,
  );
  return new Map(rows.rows.map((row) => [`${row.box} ${row.box_id}`, row.count]));
}

function keptRows(ctx: ReadCtx, kinds: readonly string[], ids: readonly string[]) {
  const served = ofBrandsServed(ctx.actor, sql.ref('brand_id'));
  return sql`
      select box, box_id, brand_id, count from list_counts
      where workspace_id = ${ctx.workspaceId} and box = any(${[...kinds]}) and box_id = any(${[...ids]}::uuid[])
        and status_category = 'open' and not confidential and ${served}
      union all
      select box, box_id, brand_id, delta from list_count_deltas
      where workspace_id = ${ctx.workspaceId} and box = any(${[...kinds]}) and box_id = any(${[...ids]}::uuid[])
        and status_category = 'open' and not confidential and ${served}`;
}
