import type { Ctx } from '#platform/ctx';
import { insertLater } from '#platform/database';
import type { ConversationRecord } from './load.ts';

type Counted = Pick<
  ConversationRecord,
  'brand_id' | 'queue_id' | 'assignee_id' | 'status_category' | 'snoozed_until' | 'confidential_at' | 'merged_at'
>;

/** The box of everything has the id of nobody. */
export const everything = '00000000-0000-0000-0000-000000000000';

interface Box {
  readonly box: string;
  readonly boxId: string;
}

/** Appends what a change does to the fixed counters; a job folds the deltas. Writing never waits for another writer. */
export async function countChange(ctx: Ctx, before: Counted | null, after: Counted | null): Promise<void> {
  const deltas = new Map<
    string,
    { box: Box; brandId: string; category: string; confidential: boolean; delta: number }
  >();
  for (const [row, delta] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (!row || row.merged_at) continue;
    for (const box of boxesOf(row)) {
      const confidential = row.confidential_at !== null;
      const category = categoryIn(box, row);
      const key = `${box.box} ${box.boxId} ${row.brand_id} ${category} ${confidential}`;
      const sum = deltas.get(key) ?? { box, brandId: row.brand_id, category, confidential, delta: 0 };
      deltas.set(key, { ...sum, delta: sum.delta + delta });
    }
  }
  const rows = [...deltas.values()].filter(({ delta }) => delta !== 0);
  if (rows.length === 0) return;
  await insertLater(
    ctx.db,
    'list_count_deltas',
    rows.map(({ box, brandId, category, confidential, delta }) => ({
      workspace_id: ctx.workspaceId,
      box: box.box,
      box_id: box.boxId,
      brand_id: brandId,
      status_category: category,
      confidential,
      delta,
    })),
  );
}

/** What was put away is in nobody's queue and in nobody's work, as in the lists; the widest box still holds it. */
function categoryIn({ box }: Box, row: Counted): string {
  return row.snoozed_until && box !== 'all' ? 'snoozed' : row.status_category;
}

function boxesOf(row: Counted): readonly Box[] {
  return [
    { box: 'all', boxId: everything },
    ...(row.queue_id ? [{ box: 'queue', boxId: row.queue_id }] : []),
    ...(row.queue_id && !row.assignee_id ? [{ box: 'queue-unassigned', boxId: row.queue_id }] : []),
    ...(row.assignee_id ? [{ box: 'assignee', boxId: row.assignee_id }] : []),
  ];
}
