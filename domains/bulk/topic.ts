import { sql } from 'kysely';
import type { Topic } from '#platform/domain';
import { can } from './policy.ts';
import { type BatchRecord, batchView, columns, factsOf, load } from './queries.ts';

/** Its maker's screens follow a batch in the room `batch:<id>`. */
export const batchTopic: Topic = {
  name: 'batch',
  async load(ctx, ids) {
    const rows = await ctx.db
      .selectFrom('batches')
      .select(columns)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
  view(actor, row) {
    const record = row as BatchRecord;
    if (!can.read(actor, factsOf(record))) return null;
    return { ...batchView({ actor, now: record.moved_at }, record), version: record.version };
  },
  rooms: () => [],
  async mayJoin(ctx, room) {
    return (await find(ctx, room)) !== null;
  },
  async head(ctx, room) {
    const record = await find(ctx, room);
    return record ? String(record.version) : null;
  },
};

function find(ctx: Parameters<Topic['head']>[0], room: string): Promise<BatchRecord | null> {
  return load(ctx, room.slice('batch:'.length)).catch(() => null);
}
