import pg from 'pg';
import type { Cast } from './make-workspace.ts';

/** What the operations are tried on: found in the data, many of each, so that no page is warm by repetition alone. */
export interface Subjects {
  readonly queues: readonly { id: string; teamId: string }[];
  readonly customers: readonly string[];
  /** Of one team each: any time in history, and open ones where somebody waits. */
  readonly anyOf: ReadonlyMap<string, readonly string[]>;
  readonly waitingOf: ReadonlyMap<string, readonly { id: string; version: number }[]>;
  /** Cursors that begin in the middle of what is open, and of what is closed. */
  readonly middleOfOpen: string;
  readonly middleOfClosed: string;
}

const each = 400;
const highestId = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

/** Finds the subjects of a database. */
export async function findSubjects(url: string, cast: Cast): Promise<Subjects> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ws = cast.workspaceId;
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(sql, [ws, ...values])).rows;
  try {
    await client.query('select setseed(0.42)');
    const teams = [...new Set(cast.agents.map(({ teamId }) => teamId))];
    const anyOf = new Map<string, string[]>();
    const waitingOf = new Map<string, { id: string; version: number }[]>();
    for (const team of teams) {
      const found = await rows<{ id: string }>(
        `select id from conversations tablesample bernoulli (20) where workspace_id = $1 and team_id = $2 and brand_id = $3 and confidential_at is null
           and entry_count between 3 and 30 order by random() limit ${each}`,
        [team, cast.brands[0]?.id],
      );
      anyOf.set(
        team,
        found.map(({ id }) => id),
      );
      const waiting = await rows<{ id: string; version: string }>(
        `select id, version from conversations where workspace_id = $1 and team_id = $2 and brand_id = $3 and confidential_at is null
           and status_category = 'open' and waiting_since is not null and snoozed_until is null order by random() limit ${each}`,
        [team, cast.brands[0]?.id],
      );
      waitingOf.set(
        team,
        waiting.map(({ id, version }) => ({ id, version: Number(version) })),
      );
    }
    const customers = await rows<{ customer_id: string }>(
      `select customer_id from conversations where workspace_id = $1 and brand_id = $2 group by 1 having count(*) > 4 limit ${each}`,
      [cast.brands[0]?.id],
    );
    const middle = async (category: string): Promise<string> => {
      const [row] = await rows<{ at: Date }>(
        'select percentile_disc(0.5) within group (order by last_entry_at) as at from conversations where workspace_id = $1 and status_category = $2',
        [category],
      );
      return Buffer.from(JSON.stringify([row?.at.toISOString() ?? '', highestId])).toString('base64url');
    };
    return {
      queues: cast.brands[0]?.queues ?? [],
      customers: customers.map(({ customer_id }) => customer_id),
      anyOf,
      waitingOf,
      middleOfOpen: await middle('open'),
      middleOfClosed: await middle('closed'),
    };
  } finally {
    await client.end();
  }
}
