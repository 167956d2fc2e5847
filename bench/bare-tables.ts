import type pg from 'pg';

/** One statement that puts back an index or constraint. */
interface Put {
  readonly name: string;
  readonly sql: string;
}

/**
 * Takes away what slows a load and can be made afterwards at once: secondary indexes, and unique constraints that no
 * foreign key stands on. Gives the statements that put them back, as PostgreSQL itself writes them.
 */
export async function bare(client: pg.Client, tables: readonly string[]): Promise<readonly Put[]> {
  const constraints = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c
     where contype in ('p', 'u') and conrelid = any($1::regclass[]) and conparentid = 0
       and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)`,
    [tables],
  );
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index i
     where indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`,
    [tables],
  );
  for (const { table, name } of constraints.rows) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return [
    ...constraints.rows.map(({ table, name, definition }) => ({
      name,
      sql: `alter table ${table} add constraint ${name} ${definition}`,
    })),
    // of a table in parts PostgreSQL writes the index without those of its parts, which would stay without one
    ...indexes.rows.map(({ name, definition }) => ({ name, sql: definition.replace(/ ON ONLY /, ' ON ') })),
  ];
}

/** Puts everything back, several at a time, and says what took how long. */
export async function dress(
  connect: () => Promise<pg.Client>,
  puts: readonly Put[],
  tell: (line: string) => void,
): Promise<void> {
  const waiting = [...puts];
  let done = 0;
  const work = async (): Promise<void> => {
    const client = await connect();
    try {
      await client.query("set maintenance_work_mem = '1GB'");
      for (let put = waiting.shift(); put; put = waiting.shift()) {
        await client.query(put.sql);
        done += 1;
        tell(`${done} of ${puts.length} indexes`);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all([work(), work()]);
}
