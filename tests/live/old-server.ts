import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * A server of the former version as the database meets it: it knows the tables and columns of before, reads and writes
 * them by prepared statements, and goes on while somebody else migrates.
 */
export interface OldServer {
  /** Rounds done without a failure: each reads and writes every table once. */
  rounds(): number;
  /** Whether it met something it cannot do; its end says what. */
  hasFailed(): boolean;
  /** Longest that one statement had to wait, in milliseconds. */
  longestWaitMs(): number;
  /** Ends it; throws what it could not do any more. */
  stop(): Promise<void>;
}

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Tables by (workspace_id, id), whose rows can be written again under another id. */
  readonly hasId: boolean;
}

/** What PostgreSQL says when a prepared plan's result changed: a server drops the connection and asks again. */
const planChanged = '0A000';

/** Looks at the tables as they are now, and begins to work on them. */
export async function startOldServer(url: string): Promise<OldServer> {
  const client = new pg.Client({ connectionString: url, application_name: 'rapport of before' });
  await client.connect();
  const tables = await tablesOf(client);
  const state = { rounds: 0, longestWaitMs: 0, stopping: false, failure: null as Error | null };
  const work = (async () => {
    while (!state.stopping && !state.failure) {
      for (const table of tables) await oneTable(client, table, state);
      state.rounds += 1;
      await sleep(5);
    }
  })();
  return {
    rounds: () => state.rounds,
    hasFailed: () => state.failure !== null,
    longestWaitMs: () => state.longestWaitMs,
    async stop() {
      state.stopping = true;
      await work;
      await client.end();
      if (state.failure) throw state.failure;
    },
  };
}

async function oneTable(
  client: pg.Client,
  table: Table,
  state: { longestWaitMs: number; failure: Error | null },
): Promise<void> {
  const columns = table.columns.map(pg.escapeIdentifier).join(', ');
  const name = pg.escapeIdentifier(table.name);
  const statements = [`select ${columns} from ${name} limit 5`];
  if (table.hasId) {
    const again = table.columns
      .map((column) => (column === 'id' ? 'gen_random_uuid()' : pg.escapeIdentifier(column)))
      .join(', ');
    statements.push(`insert into ${name} (${columns}) select ${again} from ${name} limit 1 on conflict do nothing`);
  }
  for (const text of statements) {
    const began = performance.now();
    try {
      await ask(client, text);
    } catch (error) {
      // a rule of the table that a copied row breaks is not about versions
      if (!/^23|^P0001/.test((error as { code?: string }).code ?? ''))
        state.failure ??= new Error(`The old server fails: ${text}`, { cause: error });
      else if ((error as { code?: string }).code === '23502')
        state.failure ??= new Error(`The old server cannot write ${table.name}`, { cause: error });
    }
    state.longestWaitMs = Math.max(state.longestWaitMs, performance.now() - began);
  }
}

async function ask(client: pg.Client, text: string): Promise<void> {
  const name = `old_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  try {
    await client.query({ name, text });
  } catch (error) {
    if ((error as { code?: string }).code !== planChanged) throw error;
    await client.query(text);
  }
}

async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
    where c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`);
  return rows.map(({ name, columns }) => ({
    name,
    columns,
    hasId: columns.includes('workspace_id') && columns.includes('id'),
  }));
}
