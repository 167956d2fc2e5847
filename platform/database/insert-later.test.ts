import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DB, type Database, insertLater, inTransaction, openDatabase } from './index.ts';

let database: Database;
/** A table of this test alone, under a name that the types do not know. */
const told = 'pg_temp.told' as keyof DB;
const row = (id: number, word: string | null): never => ({ id, word }) as never;

beforeAll(async () => {
  database = openDatabase(String(process.env['RAPPORT_TEST_DATABASE_URL']), { max: 1 });
  await database.pool.query('create temporary table told (id integer primary key, word text default $$none$$)');
});
afterAll(() => database.close());

const words = async (): Promise<string[]> => {
  const { rows } = await sql<{
    said: string;
  }>`select id || ' ' || coalesce(word, '-') as said from pg_temp.told order by id`.execute(database.db);
  return rows.map(({ said }) => said);
};

test('one row or several are there after the commit, what is null stays null, and a key that is there can be left', async () => {
  await inTransaction(database.db, async (trx) => {
    await insertLater(trx, told, row(1, 'one'));
    await insertLater(trx, told, [row(2, 'two'), row(3, null)]);
    await insertLater(trx, told, [row(3, 'again'), row(4, "it's four")], { orNothing: true });
    await insertLater(trx, told, []);
  });
  expect(await words()).toEqual(['1 one', '2 two', '3 -', "4 it's four"]);
});

test('a row that is refused refuses its transaction', async () => {
  const twice = inTransaction(database.db, async (trx) => {
    await insertLater(trx, told, row(5, 'five'));
    await insertLater(trx, told, row(5, 'five again'));
  });
  await expect(twice).rejects.toThrow(/duplicate key/);
  expect(await words()).not.toContain('5 five');
});

test('rows of different columns are our mistake, told before anything is written', async () => {
  const bare = { id: 7 } as never;
  const mixed = (rows: never[]) => inTransaction(database.db, (trx) => insertLater(trx, told, rows));
  await expect(mixed([row(6, 'six'), bare])).rejects.toThrow('no value for "word"');
  await expect(mixed([bare, row(6, 'six')])).rejects.toThrow('has "word", which the first one has not');
  await expect(mixed([{ id: 8, word: undefined } as never])).rejects.toThrow('no value for "word"');
  // a column that all leave out has the database's own value
  await mixed([bare]);
  expect(await words()).toContain('7 none');
});
