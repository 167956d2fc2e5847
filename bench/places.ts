import type pg from 'pg';
import type { Cast } from './make-workspace.ts';
import { seeded, uuidBytes } from './random.ts';
import type { Places } from './rows.ts';

const tagCount = 30;
/** Ledger rows are loaded for the newest month: their size is what counts, and ten million would teach nothing more. */
const ledgerDays = 30;
const dayMs = 86_400_000;

/** What the house made when the workspace was opened, and what the rows of the loader refer to. */
export async function findPlaces(client: pg.Client, cast: Cast, nowMs: number): Promise<Places> {
  const ws = cast.workspaceId;
  const idOf = async (sql: string): Promise<Buffer> => {
    const { rows } = await client.query<{ id: string }>(sql, [ws]);
    if (!rows[0]) throw new Error(`The new workspace has no row for: ${sql}`);
    return uuidBytes(rows[0].id);
  };
  const statuses = await client.query<{ id: string; category: string }>(
    'select id, category from statuses where workspace_id = $1 and is_standard',
    [ws],
  );
  const random = seeded(7);
  const tags = Array.from({ length: tagCount }, () => random.idAt(nowMs));
  await client.query(
    `insert into tags (workspace_id, id, name) select $1, id, 'tag ' || position from unnest($2::uuid[]) with ordinality as t (id, position)`,
    [ws, tags.map((id) => id.toString('hex'))],
  );
  return {
    cast,
    statuses: Object.fromEntries(statuses.rows.map(({ id, category }) => [category, uuidBytes(id)])),
    tags,
    policyId: await idOf('select id from sla_policies where workspace_id = $1 limit 1'),
    calendarId: await idOf('select id from calendars where workspace_id = $1 order by is_standard desc limit 1'),
    ledgerFromMs: nowMs - ledgerDays * dayMs,
  };
}
