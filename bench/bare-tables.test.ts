import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bare, dress } from './bare-tables.ts';

const url = String(process.env['RAPPORT_TEST_DATABASE_URL']);
let client: pg.Client;

const connect = async (): Promise<pg.Client> => {
  const made = new pg.Client({ connectionString: url });
  await made.connect();
  return made;
};
const indexesOf = async (table: string): Promise<string[]> => {
  const { rows } = await client.query<{ says: string }>(
    `select pg_get_indexdef(indexrelid) || case when indisvalid then '' else ' (invalid)' end as says
     from pg_index where indrelid = $1::regclass order by 1`,
    [table],
  );
  return rows.map(({ says }) => says);
};

beforeAll(async () => {
  client = await connect();
  await client.query('create schema bare_tables');
  await client.query(
    `create table bare_tables.told (workspace_id uuid, month date, word text) partition by list (month)`,
  );
  await client.query(`create table bare_tables.told_first partition of bare_tables.told for values in ('2026-01-01')`);
  await client.query('create index told_by_word on bare_tables.told (workspace_id, word)');
});
afterAll(async () => {
  await client.query('drop schema bare_tables cascade');
  await client.end();
});

test('a table in parts is as indexed after the load of the bench as before it', async () => {
  const before = [await indexesOf('bare_tables.told'), await indexesOf('bare_tables.told_first')];
  const puts = await bare(client, ['bare_tables.told']);
  expect(await indexesOf('bare_tables.told_first')).toEqual([]);
  await dress(connect, puts, () => undefined);
  expect([await indexesOf('bare_tables.told'), await indexesOf('bare_tables.told_first')]).toEqual(before);
  expect(before[1]).toHaveLength(1);
});
