import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { type Given, runsStraight } from './run-text.ts';
import type { DB } from './schema.generated.ts';
import { isBroken, nameStatements, noteStatements } from './statements.ts';

/** An open database: the pool for what needs a connection of its own, and Kysely for everything else. */
export interface Database {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Kysely<DB>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Most connections at once. */
  readonly max?: number;
  /** Off behind a transaction pooler such as pgbouncer, where a prepared statement belongs to another session. */
  readonly named?: boolean;
  readonly applicationName?: string;
}

// Counts and money fit a JavaScript number; what could not is declared as text in the contract.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// Dates without a time stay text: a Date would move them across zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Opens a database. Connections are made when first needed. */
export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 16,
    application_name: options.applicationName ?? 'rapport',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', () => undefined); // an idle connection that died is replaced by the next request
  // one that dies while it is used refuses its statement, which whoever uses it hears; unheard, the same would end the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  const named = options.named ?? true;
  if (!named) pool.on('connect', noteStatements);
  const ours = named ? namingPool(pool) : pool;
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: ours }) });
  if (named) pools.set(db, ours);
  return {
    url,
    pool,
    db,
    close: async () => {
      await db.destroy();
    },
  };
}

/** The same pool, whose connections name their statements. */
function namingPool(pool: pg.Pool): PostgresPool {
  const seen = new WeakSet<pg.PoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      if (!seen.has(client)) {
        seen.add(client);
        nameStatements(client);
      }
      const release = client.release.bind(client);
      client.release = (error?: Error | boolean) => release(isBroken(client) ? true : error);
      return client;
    },
    end: () => pool.end(),
  };
}

/** The pool below a database whose connections name their statements. */
const pools = new WeakMap<Kysely<DB>, PostgresPool>();
/** One connection as a database of its own, made once for each. */
const alone = new WeakMap<object, Alone>();

interface Alone {
  readonly db: Kysely<DB>;
  /** From now on it refuses whatever it is asked. */
  close(): void;
}

/**
 * Runs something in one transaction. Other than in Kysely's own, statements that are asked at once go at once (see
 * `Wire`), in the order in which they were asked. When it fails, what still goes on beside the failure (the other half of
 * a `Promise.all`) finds its handle closed: it would run outside of any transaction, or in the next one's.
 */
export async function inTransaction<T>(db: Kysely<DB>, run: (trx: Kysely<DB>) => Promise<T>): Promise<T> {
  const pool = pools.get(db);
  if (!pool) return db.transaction().execute(run);
  const client = (await pool.connect()) as pg.PoolClient;
  const { db: trx, close } = aloneOn(client);
  let broken: Error | undefined;
  try {
    await client.query('begin', []);
    const result = await run(trx);
    const { command } = await client.query('commit', []);
    // PostgreSQL answers so where a statement failed and nobody said it
    if (command === 'ROLLBACK') throw new Error('A statement of this transaction had failed: nothing of it was kept.');
    return result;
  } catch (error) {
    close();
    await client.query('rollback', []).catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function aloneOn(client: pg.PoolClient): Alone {
  const known = alone.get(client);
  if (known) return known;
  const held = {
    query: client.query as unknown as (text: string, values: readonly unknown[]) => Promise<Given>,
    release: () => undefined,
  };
  const pool = { options: {}, connect: async () => held, end: async () => undefined } as unknown as PostgresPool;
  const made: Alone = {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    close: () => {
      alone.delete(client);
      held.query = () => Promise.reject(new Error('Its transaction has ended.'));
    },
  };
  runsStraight(made.db, (text, values) => held.query(text, values));
  alone.set(client, made);
  return made;
}
