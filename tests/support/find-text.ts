import type pg from 'pg';

/**
 * Every table in which a text stands in any column of any row: as text, inside JSON, in an array, or as bytes. Looks
 * through the whole database, whatever schema or partition; answers `schema.table`.
 */
export async function findText(pool: pg.Pool, text: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1`);
  const needles = [text, Buffer.from(text).toString('hex')].map((needle) => `%${needle.toLowerCase()}%`);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await pool.query(
      `select 1 from ${name} as row_of where lower(row_of::text) like any($1) limit 1`,
      [needles],
    );
    if (rowCount) found.push(name);
  }
  return found;
}
