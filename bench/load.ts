import pg from 'pg';
import type { Program } from '../apps/server/compose.ts';
import { bare, dress } from './bare-tables.ts';
import { openCopy } from './copy.ts';
import { findPlaces } from './places.ts';
import { type Cast, makeCast } from './make-workspace.ts';
import { seeded } from './random.ts';
import { columnsOf, type Table } from './columns.ts';
import { type Copies, type Places, rowWriter } from './rows.ts';
import type { Size } from './sizes.ts';
import { makeCustomers, tellHistory } from './tell-history.ts';
import { makeWords } from './words.ts';

/** Raised when the data should be made anew though no table changed. */
export const loaderVersion = 3;

/** What the load did, kept beside the data for the report. */
export interface Loaded {
  readonly cast: Cast;
  readonly size: Size;
  readonly rows: Readonly<Record<string, number>>;
  readonly copySeconds: number;
  readonly indexSeconds: number;
  readonly vacuumSeconds: number;
}

const seed = 20_260_101;
const dayMs = 86_400_000;
const tables = Object.keys(columnsOf) as Table[];

/** Fills a migrated, empty database: the workspace by its doors, years of history by COPY, indexes and statistics last. */
export async function load(program: Program, url: string, size: Size, tell: (line: string) => void): Promise<Loaded> {
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const cast = await makeCast(program.tools, size);
  const main = await connect();
  try {
    const nowMs = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    const fromMs = nowMs - size.days * dayMs;
    for (const table of ['events', 'mail_ledger', 'search_parts'])
      await main.query('select ensure_months($1, $2::date, $3::date)', [
        table,
        new Date(fromMs),
        new Date(nowMs + 90 * dayMs),
      ]);
    const places = await findPlaces(main, cast, nowMs);
    const puts = await bare(main, tables);
    const copied = await timed(() => copyAll(connect, { size, places, fromMs, nowMs }, tell));
    const indexed = await timed(() => dress(connect, puts, tell));
    await settle(main, cast);
    const cleaned = await timed(() => vacuum(connect, tell));
    return {
      cast,
      size,
      rows: copied.result,
      copySeconds: copied.seconds,
      indexSeconds: indexed.seconds,
      vacuumSeconds: cleaned.seconds,
    };
  } finally {
    await main.end();
  }
}

/** One connection a table, all at once. Tables that nothing refers to are emptied in the same transaction: then no log is written. */
async function copyAll(
  connect: () => Promise<pg.Client>,
  { size, places, fromMs, nowMs }: { size: Size; places: Places; fromMs: number; nowMs: number },
  tell: (line: string) => void,
): Promise<Record<string, number>> {
  const clients: pg.Client[] = [];
  const copies: Partial<Record<Table, Awaited<ReturnType<typeof openCopy>>>> = {};
  for (const table of tables) {
    const client = await connect();
    clients.push(client);
    await client.query('begin');
    // the loader's rows are whole by construction: foreign keys stay declared and are not asked
    await client.query("set local session_replication_role = 'replica'");
    copies[table] = await openCopy(client, table, columnsOf[table]);
  }
  const random = seeded(seed);
  const words = makeWords(random);
  const customers = makeCustomers(random, words, size, fromMs);
  const write = rowWriter(copies as Copies, places, random, words);
  const breathe = async (): Promise<void> => {
    for (const copy of Object.values(copies)) await copy.breathe();
  };
  for (const [n, customer] of customers.entries()) {
    write.customer(customer);
    if (n % 2_000 === 0) await breathe();
  }
  let matters = 0;
  for (const day of tellHistory({ random, words, size, cast: places.cast, customers }, { fromMs, nowMs })) {
    for (const matter of day.matters) write.matter(matter);
    for (const [n, moment] of day.moments.entries()) {
      write.moment(moment);
      if (n % 2_000 === 0) await breathe();
    }
    matters += day.matters.length;
    tell(`${matters} of ${size.conversations} conversations`);
  }
  write.end(nowMs);
  const rows: Record<string, number> = {};
  for (const table of tables) rows[table] = (await copies[table]?.end()) ?? 0;
  for (const client of clients) {
    await client.query('commit');
    await client.end();
  }
  return rows;
}

/** What the house itself would have kept by now: numbers given out, the fixed counters. */
async function settle(client: pg.Client, cast: Cast): Promise<void> {
  const ws = cast.workspaceId;
  await client.query(`select next_number($1, 'conversation')`, [ws]);
  const sequence = `numbers.conversation_${ws.replaceAll('-', '')}`;
  await client.query(`select setval($1, (select max(number) from conversations where workspace_id = $2))`, [
    sequence,
    ws,
  ]);
  // as domains/conversations/count.ts counts: what was put away is only in the widest box
  await client.query(
    `insert into list_counts (workspace_id, box, box_id, brand_id, status_category, confidential, count)
     select workspace_id, box, box_id, brand_id, case when box <> 'all' and snoozed_until is not null then 'snoozed' else status_category end,
       confidential_at is not null, count(*)
     from conversations cross join lateral (values
       ('all', '00000000-0000-0000-0000-000000000000'::uuid), ('queue', queue_id),
       ('queue-unassigned', case when assignee_id is null then queue_id end), ('assignee', assignee_id)) as boxes (box, box_id)
     where workspace_id = $1 and merged_at is null and box_id is not null
     group by 1, 2, 3, 4, 5, 6`,
    [ws],
  );
}

async function vacuum(connect: () => Promise<pg.Client>, tell: (line: string) => void): Promise<void> {
  const waiting: string[] = [...tables, 'list_counts'];
  const work = async (): Promise<void> => {
    const client = await connect();
    try {
      for (let table = waiting.shift(); table; table = waiting.shift()) {
        tell(`statistics of ${table}`);
        await client.query(`vacuum (analyze) ${table}`);
      }
      await client.query('checkpoint');
    } finally {
      await client.end();
    }
  };
  await Promise.all([work(), work()]);
}

/** Runs something and says how many seconds it took. */
export async function timed<T>(run: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await run();
  return { result, seconds: (performance.now() - start) / 1000 };
}
