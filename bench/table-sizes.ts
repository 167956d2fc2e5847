import { ask } from './database.ts';

/** What one table takes on disk, its partitions summed. */
export interface TableSize {
  readonly table: string;
  readonly rows: number;
  readonly heap: number;
  readonly indexes: number;
  /** Long values stored apart. */
  readonly toast: number;
}

/** The tables that grow, largest first. Rows are as counted by the last ANALYZE. */
export async function measureTables(url: string): Promise<readonly TableSize[]> {
  const rows = await ask<{ table: string; rows: string; heap: string; indexes: string; toast: string }>(
    url,
    `with leaves as (
       select coalesce(p.inhparent, c.oid)::regclass::text as "table", c.reltuples,
         pg_relation_size(c.oid) as heap, pg_indexes_size(c.oid) as indexes, pg_table_size(c.oid) - pg_relation_size(c.oid) as toast
       from pg_class c left join pg_inherits p on p.inhrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace)
     select "table", sum(greatest(reltuples, 0))::bigint as rows, sum(heap)::bigint as heap, sum(indexes)::bigint as indexes, sum(toast)::bigint as toast
     from leaves group by 1 having sum(heap) > 65536 order by sum(heap + indexes + toast) desc`,
  );
  return rows.map((row) => ({
    table: row.table,
    rows: Number(row.rows),
    heap: Number(row.heap),
    indexes: Number(row.indexes),
    toast: Number(row.toast),
  }));
}
