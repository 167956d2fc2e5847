import type { Client } from 'pg';
import {
  constraintsSql,
  domainsSql,
  enumsSql,
  extensionsSql,
  functionsSql,
  indexesSql,
  ownedSequencesSql,
  schemasSql,
  sequencesSql,
  statisticsSql,
  tablesSql,
  triggersSql,
  unknownSql,
  viewsSql,
} from './backup-catalogue.ts';

/** One table that holds rows: a plain one or a partition. Generated columns are left out: they are made anew. */
export type StoredTable = { schema: string; name: string; columns: string[] };

/** Where a sequence stands. */
export type SequencePosition = { schema: string; name: string; last: string; isCalled: boolean };

/** Everything a database is made of but its rows, in statements that PostgreSQL itself wrote. */
export type Schema = {
  /** Run before the rows come in. */
  before: string[];
  /** Run after: an index is faster made at once than row by row, and a key then checks every row. */
  after: string[];
  tables: StoredTable[];
  sequences: SequencePosition[];
};

/** Read what the database is made of; throws when it holds something that a backup would silently lose. */
export async function describeSchema(client: Client): Promise<Schema> {
  // With an empty path PostgreSQL writes every name in full.
  await client.query(`set local search_path = ''`);
  const unknown = await rows<{ what: string }>(client, unknownSql);
  if (unknown.length > 0)
    throw new Error(
      `A backup cannot carry these: ${unknown.map(({ what }) => what).join(', ')}. They were made by hand; remove them or use pg_dump.`,
    );

  const before = [
    schemasSql,
    extensionsSql,
    enumsSql,
    domainsSql,
    functionsSql,
    sequencesSql,
    tablesSql,
    ownedSequencesSql,
  ];
  const after = [indexesSql, constraintsSql, triggersSql, viewsSql, statisticsSql];
  return {
    before: await statements(client, before),
    after: await statements(client, after),
    tables: await rows<StoredTable>(client, storedTablesSql),
    sequences: await positions(client),
  };
}

/** Whether anything was made in this database that is not PostgreSQL's own. */
export async function isEmptyDatabase(client: Client): Promise<boolean> {
  const found = await rows(client, `${ourObjectsSql} limit 1`);
  return found.length === 0;
}

const ourObjectsSql = `
  select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'S', 'v', 'm')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const storedTablesSql = `
  select n.nspname as schema, c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by 1, 2`;

async function positions(client: Client): Promise<SequencePosition[]> {
  const names = await rows<{ schema: string; name: string; full: string }>(
    client,
    `select n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as full
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname not like 'pg\\_%' order by 1, 2`,
  );
  const found: SequencePosition[] = [];
  for (const { schema, name, full } of names) {
    const [row] = await rows<{ last: string; is_called: boolean }>(
      client,
      `select last_value::text as last, is_called from ${full}`,
    );
    if (row) found.push({ schema, name, last: row.last, isCalled: row.is_called });
  }
  return found;
}

async function statements(client: Client, queries: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const query of queries)
    for (const { statement } of await rows<{ statement: string }>(client, query)) found.push(statement);
  return found;
}

async function rows<Row extends object>(client: Client, query: string): Promise<Row[]> {
  return (await client.query<Row>(query)).rows;
}
