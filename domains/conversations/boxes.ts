import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { queuesFor } from '#domains/teams';
import type * as z from 'zod';
import type { BoxView } from './contract.ts';
import { everything } from './count.ts';
import { scopeOf } from '#platform/policy';

type Box = z.output<typeof BoxView>;

/**
 * The fixed lists with their counts. Kept counters carry what everybody may know; confidential conversations are added
 * only for those who were let in.
 */
export async function boxes(ctx: ReadCtx): Promise<{ boxes: Box[] }> {
  const queues = await queuesFor(ctx);
  const me = ctx.actor.id ?? everything;
  const counts = await keptCounts(ctx, ['assignee', 'queue', 'queue-unassigned', 'all', 'brand'], [me, everything, ...queues.map(({ id }) => id), ...brandIds(ctx)]);
  const count = (box: string, id: string): number => counts.get(`${box} ${id}`) ?? 0;
  const wide = scopeOf(ctx.actor, 'conversations.read');
  const all = wide === 'all' && ctx.actor.brandIds === 'all' ? count('all', everything) : sum(queues.map(({ id }) => count('queue', id)));
  return {
    boxes: [
      { box: 'mine', id: null, name: 'My work', open: count('assignee', me), unassigned: null, brandId: null },
      { box: 'unassigned', id: null, name: 'Unassigned', open: sum(queues.map(({ id }) => count('queue-unassigned', id))), unassigned: null, brandId: null },
      ...queues.map((queue) => ({ box: 'queue' as const, id: queue.id, name: queue.name, open: count('queue', queue.id), unassigned: count('queue-unassigned', queue.id), brandId: queue.brandId })),
      { box: 'all', id: null, name: 'All open', open: all, unassigned: null, brandId: null },
    ],
  };
}

function brandIds(ctx: ReadCtx): readonly string[] {
  return ctx.actor.brandIds === 'all' ? [] : [...ctx.actor.brandIds];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Folded counts plus the few deltas not folded yet, open and not confidential. */
async function keptCounts(ctx: ReadCtx, kinds: readonly string[], ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ box: string; box_id: string; count: number }>`
    select box, box_id, sum(count)::int as count from (
      select box, box_id, count from list_counts
      where workspace_id = ${ctx.workspaceId} and box = any(${[...kinds]}) and box_id = any(${[...ids]}::uuid[])
        and status_category = 'open' and not confidential
      union all
      select box, box_id, delta from list_count_deltas
      where workspace_id = ${ctx.workspaceId} and box = any(${[...kinds]}) and box_id = any(${[...ids]}::uuid[])
        and status_category = 'open' and not confidential
    ) as kept group by box, box_id`.execute(ctx.db);
  return new Map(rows.rows.map((row) => [`${row.box} ${row.box_id}`, row.count]));
}
