import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import pg from 'pg';
import { type DB, type Database, inTransaction, openDatabase, planOnce, writeLater } from './index.ts';

/** What went over the wire: each packet with its statements. */
const packets: string[][] = [];
let database: Database;

beforeAll(async () => {
  const query = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function heard(this: pg.Client, ...words: unknown[]) {
    const [first] = words as [{ parts?: readonly { text: string }[] }];
    if (first.parts) packets.push(first.parts.map(({ text }) => text));
    return query.apply(this, words);
  } as never);
  database = openDatabase(String(process.env['RAPPORT_TEST_DATABASE_URL']), { max: 1 });
  await database.pool.query('create temporary table said (word text primary key, at integer)');
});
afterAll(async () => {
  await database.close();
  vi.restoreAllMocks();
});
beforeEach(async () => {
  await database.pool.query('truncate pg_temp.said');
  packets.length = 0;
});

const say = (word: string, at = 0) => sql`insert into pg_temp.said values (${word}, ${at})`;
const words = async (db: Kysely<DB>): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`select word from pg_temp.said order by at, word`.execute(db);
  return rows.map(({ word }) => word);
};

test('what nobody waits for goes with the next statement, in its order, and the last of it with the commit', async () => {
  const seen = await inTransaction(database.db, async (trx) => {
    await writeLater(trx, say('first', 1));
    await writeLater(trx, say('second', 2));
    const before = await words(trx);
    await writeLater(trx, say('third', 3));
    return before;
  });
  expect(seen).toEqual(['first', 'second']);
  expect(packets.map((packet) => packet.length)).toEqual([4, 2]);
  expect(packets.map((packet) => packet.at(0))).toEqual(['begin', 'insert into pg_temp.said values ($1, $2)']);
  expect(await words(database.db)).toEqual(['first', 'second', 'third']);
});

test('what is asked at once goes at once, and each hears its own answer', async () => {
  const answers = await inTransaction(database.db, (trx) =>
    Promise.all([1, 2, 3].map((number) => sql<{ given: number }>`select ${number}::int as given`.execute(trx))),
  );
  expect(answers.map(({ rows }) => rows)).toEqual([[{ given: 1 }], [{ given: 2 }], [{ given: 3 }]]);
  expect(packets.map((packet) => packet.length)).toEqual([4, 1]);
});

test('one that is refused refuses the whole, whoever waits, and the connection goes on', async () => {
  const twice = inTransaction(database.db, async (trx) => {
    await writeLater(trx, say('one'));
    await writeLater(trx, say('one'));
    await words(trx);
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  await expect(
    inTransaction(database.db, async (trx) => {
      await writeLater(trx, say('two'));
      await writeLater(trx, say('two'));
    }),
  ).rejects.toMatchObject({ code: '23505' });
  await inTransaction(database.db, async (trx) => writeLater(trx, say('three')));
  expect(await words(database.db)).toEqual(['three']);
});

test('a refusal that was caught keeps nothing, and says so', async () => {
  const swallowed = inTransaction(database.db, async (trx) => {
    await say('one').execute(trx);
    await say('one')
      .execute(trx)
      .catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow('nothing of it was kept');
  expect(await words(database.db)).toEqual([]);
});

test('a transaction that asks nothing sends nothing, and one that throws before it asked neither', async () => {
  await inTransaction(database.db, async () => undefined);
  await expect(
    inTransaction(database.db, async (trx) => {
      await writeLater(trx, say('never'));
      throw new Error('Changed my mind.');
    }),
  ).rejects.toThrow('Changed my mind.');
  expect(packets).toEqual([]);
  await writeLater(database.db, say('alone'));
  expect(await words(database.db)).toEqual(['alone']);
});

test('a value that cannot be written down ends its own statement and those behind it alone', async () => {
  const round: { self?: unknown } = {};
  round.self = round;
  const answers = await inTransaction(database.db, async (trx) => {
    const settled = await Promise.allSettled([
      sql`select 1 as given`.execute(trx),
      sql`select ${round}::jsonb as given`.execute(trx),
      sql`select 3 as given`.execute(trx),
    ]);
    return settled.map(({ status }) => status);
  });
  expect(answers).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(await words(database.db)).toEqual([]);
});

test('many transactions side by side each keep their own', async () => {
  const several = openDatabase(String(process.env['RAPPORT_TEST_DATABASE_URL']), { max: 4 });
  try {
    const sums = await Promise.all(
      Array.from({ length: 40 }, (_, number) =>
        inTransaction(several.db, async (trx) => {
          await writeLater(trx, sql`select set_config('rapport.number', ${String(number)}, true)`);
          const { rows } = await sql<{ kept: string }>`select current_setting('rapport.number') as kept`.execute(trx);
          return rows[0]?.kept === String(number);
        }),
      ),
    );
    expect(sums).toEqual(Array.from({ length: 40 }, () => true));
  } finally {
    await several.close();
  }
});

test('when one half fails, what the other half still asks is refused, and the next transaction is not touched', async () => {
  const outside: { ask?: () => void; asked?: Promise<unknown> } = {};
  const rolledBack = new Promise<void>((done) => {
    outside.ask = done;
  });
  const failing = inTransaction(database.db, (trx) => {
    outside.asked = rolledBack.then(() => say('too late').execute(trx));
    return Promise.all([sql`select 1 / 0`.execute(trx), outside.asked]);
  });
  await expect(failing).rejects.toThrow('division by zero');
  await inTransaction(database.db, async (trx) => {
    await say('next').execute(trx);
    outside.ask?.();
    await expect(outside.asked).rejects.toThrow('Its transaction has ended.');
  });
  expect(await words(database.db)).toEqual(['next']);
});

test('what is planned once keeps its first plan, and what comes after is planned by its values again', async () => {
  const ask = (mark: string) => sql<{ at: number }>`${sql.raw(mark)} select ${1}::int as at`.execute(database.db);
  expect((await ask(planOnce)).rows).toEqual([{ at: 1 }]);
  expect(packets.map((packet) => packet.length)).toEqual([3]);
  await ask('/* planned as usual */');
  const { rows } = await sql<{ mark: string; once: number; anew: number }>`
    select substring(statement from 'plan once|planned as usual') as mark, generic_plans::int as once, custom_plans::int as anew
    from pg_prepared_statements where statement ~ '^/. plan(ned as usual| once) ' order by mark`.execute(database.db);
  expect(rows).toEqual([
    { mark: 'plan once', once: 1, anew: 0 },
    { mark: 'planned as usual', once: 0, anew: 1 },
  ]);
  const refused = sql`${sql.raw(planOnce)} select 1 / ${0}::int`.execute(database.db);
  await expect(refused).rejects.toThrow('division by zero');
  expect((await ask(planOnce)).rows).toEqual([{ at: 1 }]);
});
