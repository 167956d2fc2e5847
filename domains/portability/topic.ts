import { sql } from 'kysely';
import type { Topic } from '#platform/domain';
import { can } from './policy.ts';
import { columns, type ImportRecord, load } from './queries.ts';
import { rowView } from './views.ts';

/** An open page follows its import in the room `import:<id>`. */
export const importTopic: Topic = {
  name: 'import',
  async load(ctx, ids) {
    const rows = await ctx.db
      .selectFrom('imports')
      .select(columns)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
  view(actor, row) {
    const record = row as ImportRecord;
    return can.run(actor, { brandId: record.brand_id }) ? { ...rowView(record), version: record.version } : null;
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

function find(ctx: Parameters<Topic['head']>[0], room: string): Promise<ImportRecord | null> {
  return load(ctx, room.slice('import:'.length)).catch(() => null);
}
