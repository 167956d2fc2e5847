import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DB, type Database, inTransaction, openDatabase } from './index.ts';
import { builtByFields, builtOnce } from './built-once.ts';

let database: Database;
/** A table of this test alone, under a name that the types do not know. */
const told = 'pg_temp.asked' as keyof DB;
let built = 0;

beforeAll(async () => {
  database = openDatabase(String(process.env['RAPPORT_TEST_DATABASE_URL']), { max: 1 });
  await database.pool.query('create temporary table asked (id integer primary key, word text)');
});
beforeEach(() => {
  built = 0;
});
afterAll(() => database.close());

const insert = builtOnce<{ id: number; word: string | null }, { id: number }>((db, given) => {
  built += 1;
  return db
    .insertInto(told)
    .values({ id: given.id, word: given.word } as never)
    .returning('id' as never) as never;
});
const words = builtOnce(
  (_, given: { ids: readonly number[]; most: number }) =>
    sql<{ word: string | null }>`
      select word from pg_temp.asked where id = any(${given.ids}::int[]) order by id limit ${given.most}`,
);

test('a statement is built once and run with what is given each time, in a transaction and outside of one', async () => {
  expect(await insert(database.db, { id: 1, word: 'one' })).toEqual([{ id: 1 }]);
  await inTransaction(database.db, async (trx) => {
    expect(await insert(trx, { id: 2, word: null })).toEqual([{ id: 2 }]);
    expect(await words(trx, { ids: [1, 2, 3], most: 5 })).toEqual([{ word: 'one' }, { word: null }]);
  });
  expect(await words(database.db, { ids: [2, 1], most: 1 })).toEqual([{ word: 'one' }]);
  expect(built).toBe(1);
});

test('what a transaction wrote by it goes with the transaction, and a refusal is told', async () => {
  const failing = inTransaction(database.db, async (trx) => {
    await insert(trx, { id: 3, word: 'three' });
    await insert(trx, { id: 3, word: 'again' });
  });
  await expect(failing).rejects.toThrow(/duplicate key/);
  expect(await words(database.db, { ids: [3], most: 5 })).toEqual([]);
});

test('a value that was forgotten is our mistake, told before anything is sent', async () => {
  await expect(insert(database.db, { id: 4 } as never)).rejects.toThrow('given no "word"');
  expect(await words(database.db, { ids: [4], most: 5 })).toEqual([]);
});

const change = builtByFields<
  { of: number; id?: number; word?: string | null | undefined },
  { id: number; word: string | null }
>((db, given, names) => {
  built += 1;
  const set = Object.fromEntries(names.filter((name) => name !== 'of').map((name) => [name, given[name]]));
  return db
    .updateTable(told)
    .set(set as never)
    .where('id' as never, '=', given.of as never)
    .returning(['id', 'word'] as never) as never;
});

test('each set of fields is a statement of its own, null is a value, and what has none is left as it is', async () => {
  await insert(database.db, { id: 5, word: 'five' });
  built = 0;
  expect(await change(database.db, { of: 5, word: undefined, id: 6 })).toEqual([{ id: 6, word: 'five' }]);
  expect(await change(database.db, { of: 6, word: null })).toEqual([{ id: 6, word: null }]);
  expect(await change(database.db, { of: 6, id: 7 })).toEqual([{ id: 7, word: null }]);
  expect(built).toBe(2);
});
