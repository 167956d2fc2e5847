import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellStory } from '#domains/sample';
import { isDemo } from '#domains/identity';
import { openWorld, type World } from '../tests/support/world.ts';
import { fillOnce, wantsDemo } from './fill-once.ts';

const now = new Date('2026-11-17T10:42:00Z');
/** Few days of history: the same story, sooner told. */
const short = { now, days: 3 };
const minutesMs = 60_000;

let world: World;
let again: World;

beforeAll(async () => {
  [world, again] = await Promise.all([openWorld(), openWorld()]);
}, 2 * minutesMs);

afterAll(async () => {
  await Promise.all([world.close(), again.close()]);
});

test(
  'two starters tell the story once, and what one of them broke off is told again from its beginning',
  async () => {
    const { tools, house, database } = again;
    const half = { ...tools, transact: breaking(tools.transact, 150) };
    await expect(fillOnce({ db: database.db, tools: half, house, ...short })).rejects.toThrow('the disk is full');
    expect(await wantsDemo(database.db)).toBe(true);

    const filling = { db: database.db, tools, house, ...short };
    const filled = await Promise.all([fillOnce(filling), fillOnce(filling)]);
    expect(filled.toSorted()).toEqual([false, true]);
    expect(await wantsDemo(database.db)).toBe(false);
    const [workspaceId, ...others] = await workspacesOf(again);
    expect(others).toEqual([]);
    expect(await tools.read({ workspaceId: workspaceId ?? '' }, isDemo)).toBe(true);
  },
  3 * minutesMs,
);

test(
  'the same seed and moment tell the same story, told afresh or after a story that broke off',
  async () => {
    const workspaceId = await tellStory(world.tools, world.house, short);
    const told = await fingerprint(world, workspaceId);
    const [other = ''] = await workspacesOf(again);
    expect(await fingerprint(again, other)).toEqual(told);
    expect(told.conversations).toBeGreaterThan(45);
  },
  3 * minutesMs,
);

test('the morning of Priya is as everybody knows it, and nothing of the story waits to be sent', async () => {
  const [workspaceId = ''] = await workspacesOf(world);
  const mine = await sql<{ name: string; number: number; minutes: number | null }>`
    select c.customer_name as name, c.number::int as number, round(extract(epoch from c.due_at - ${now}::timestamptz) / 60)::int as minutes
    from conversations c join teammates t on t.workspace_id = c.workspace_id and t.id = c.assignee_id
    where c.workspace_id = ${workspaceId} and t.name = 'Priya Raman' and c.status_category = 'open' and c.snoozed_until is null
    order by c.sort_due, c.id`.execute(world.database.db);
  expect(mine.rows.map(({ name }) => name)).toEqual([
    'Dieter Brandt',
    'Maya Lindqvist',
    'Alba Trekking SL',
    'Oskar Nyberg',
    'Chiara Conti',
    'Femi Adeyemi',
    // promised for the day after tomorrow; to the two below nothing is owed
    'Noor van Dijk',
    'Ingrid Solberg',
    'Hugo Marchand',
  ]);
  expect(mine.rows[1]).toMatchObject({ number: 48_213, minutes: 18 });
  const waiting = await sql<{ count: number }>`
    select count(*)::int as count from deliveries
    where workspace_id = ${workspaceId} and sent_at is null and unconfirmed_at is null and failed_at is null`.execute(
    world.database.db,
  );
  expect(waiting.rows).toEqual([{ count: 0 }]);
  const letters = await sql<{ waiting: number; applicants: number }>`
    select count(*) filter (where settled_at is null)::int as waiting, count(distinct application_id)::int as applicants
    from application_letters where workspace_id = ${workspaceId} and direction = 'out'`.execute(world.database.db);
  expect(letters.rows).toEqual([{ waiting: 0, applicants: 6 }]);
  const outside = await sql<{ value: string }>`
    select value from identities where workspace_id = ${workspaceId} and kind = 'address' and value not like '%.example'`.execute(
    world.database.db,
  );
  expect(outside.rows).toEqual([]);
});

async function workspacesOf(of: World): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select workspace_id as id from workspaces`.execute(of.database.db);
  return rows.map(({ id }) => id);
}

/** What is told, but for ids: how much, about what, and when. */
async function fingerprint(
  of: World,
  workspaceId: string,
): Promise<{ conversations: number; entries: number; hash: string }> {
  const { rows } = await sql<{ words: string; entries: number }>`
    select concat_ws('|', number, subject, customer_name, opened_at, last_entry_at, status_category, due_at) as words, entry_count as entries
    from conversations where workspace_id = ${workspaceId} order by number`.execute(of.database.db);
  const hash = createHash('sha256')
    .update(rows.map(({ words }) => words).join('\n'))
    .digest('hex');
  return { conversations: rows.length, entries: rows.reduce((sum, row) => sum + row.entries, 0), hash };
}

/** The same transactions, until one of them fails. */
function breaking(transact: World['tools']['transact'], after: number): World['tools']['transact'] {
  let left = after;
  return (who, verb) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error('the disk is full')) : transact(who, verb);
  };
}
