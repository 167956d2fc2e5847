import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId, openDatabase } from '#platform/database';
import { keptReading, keptTables } from '#platform/kept';
import { createTools } from '#platform/work';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { insertQueue, standardQueueOf } from './index.ts';

const world = useWorld();

/** How the first queue of the workspace's brand is called, as whoever asks now is told. */
const nameNow = async (workspace: Workspace): Promise<string | undefined> =>
  (await workspace.act(null, (ctx) => standardQueueOf(ctx, workspace.brandId)))?.name;

/** Gives the first queue another name, past the program. */
const renameBeside = (workspace: Workspace, name: string): Promise<unknown> =>
  world().database.pool.query('update queues set name = $1 where workspace_id = $2', [name, workspace.id]);

const rename = (workspace: Workspace, name: string) =>
  sql`update queues set name = ${name} where workspace_id = ${workspace.id}
    and position = (select min(position) from queues where workspace_id = ${workspace.id})`;

/** A queue that comes before the first. */
const earlier = (workspace: Workspace, name: string) => ({
  brandId: workspace.brandId,
  teamId: workspace.teamId,
  name,
  position: -1,
});

const marksOf = async (workspace: Workspace): Promise<readonly string[]> =>
  (
    await world().database.pool.query<{ mark: string }>(
      'select mark from configuration_marks where workspace_id = $1',
      [workspace.id],
    )
  ).rows.map(({ mark }) => mark);

test('what is kept is the same object until somebody changes it, also past the program', async () => {
  const workspace = await world().newWorkspace();
  const ask = () => workspace.act(null, (ctx) => standardQueueOf(ctx, workspace.brandId));
  const first = await ask();
  expect(await ask()).toBe(first);
  expect(await workspace.read(null, (ctx) => standardQueueOf(ctx, workspace.brandId))).toBe(first);
  expect(() => Object.assign(first ?? {}, { name: 'Spoiled' })).toThrow(TypeError);
  await renameBeside(workspace, 'Renamed beside us');
  expect(await nameNow(workspace)).toBe('Renamed beside us');
  expect((await workspace.read(null, (ctx) => standardQueueOf(ctx, workspace.brandId)))?.name).toBe(
    'Renamed beside us',
  );
});

test('every kind of change brings another mark, and a change of one workspace leaves the others', async () => {
  const [one, two] = [await world().newWorkspace(), await world().newWorkspace()];
  const { pool } = world().database;
  const id = newId();
  const ways = [
    `insert into queues (workspace_id, id, brand_id, team_id, name) values ('${one.id}', '${id}', '${one.brandId}', '${one.teamId}', 'New')`,
    `update queues set position = 7 where workspace_id = '${one.id}' and id = '${id}'`,
    `delete from queues where workspace_id = '${one.id}' and id = '${id}'`,
  ];
  const seen = new Set(await marksOf(one));
  const [others] = await marksOf(two);
  for (const way of ways) {
    await pool.query(way);
    for (const mark of await marksOf(one)) seen.add(mark);
  }
  expect(seen.size).toBe(1 + ways.length);
  expect(await marksOf(two)).toEqual([others]);
  await pool.query('update queues set position = position where workspace_id = any($1)', [[one.id, two.id]]);
  expect(seen).not.toContain((await marksOf(one))[0]);
  expect(await marksOf(two)).not.toEqual([others]);
  const before = [await marksOf(one), await marksOf(two)].flat();
  await pool.query('begin; truncate brand_hours; commit');
  const after = [await marksOf(one), await marksOf(two)].flat();
  expect(after.filter((mark) => before.includes(mark))).toEqual([]);
});

test('a transaction sees what it changed, and what it took back to a savepoint', async () => {
  const workspace = await world().newWorkspace();
  const before = await nameNow(workspace);
  await workspace.act(null, async (ctx) => {
    const name = async () => (await standardQueueOf(ctx, workspace.brandId))?.name;
    expect(await name()).toBe(before);
    await insertQueue(ctx, earlier(workspace, 'Earlier'));
    expect(await name()).toBe('Earlier');
    await sql`savepoint here`.execute(ctx.db);
    await rename(workspace, 'Late').execute(ctx.db);
    expect(await name()).toBe('Late');
    await sql`rollback to savepoint here`.execute(ctx.db);
    expect(await name()).toBe('Earlier');
  });
  expect(await nameNow(workspace)).toBe('Earlier');
});

test('what a transaction changed and rolled back is told to nobody else, meanwhile or after', async () => {
  const workspace = await world().newWorkspace();
  const before = await nameNow(workspace);
  const trouble = new Error('Not after all.');
  const failing = workspace.act(null, async (ctx) => {
    // a reading in the moment of a change that goes behind it
    await Promise.all([standardQueueOf(ctx, workspace.brandId), rename(workspace, 'Never').execute(ctx.db)]);
    expect((await standardQueueOf(ctx, workspace.brandId))?.name).toBe('Never');
    expect(await nameNow(workspace)).toBe(before);
    expect((await standardQueueOf(ctx, workspace.brandId))?.name).toBe('Never');
    throw trouble;
  });
  await expect(failing).rejects.toBe(trouble);
  expect(await nameNow(workspace)).toBe(before);
});

test('a reading beside a change of the same transaction, which nothing was kept of, spoils nothing', async () => {
  const workspace = await world().newWorkspace();
  await renameBeside(workspace, 'Before');
  const failing = workspace.act(null, async (ctx) => {
    await Promise.all([standardQueueOf(ctx, workspace.brandId), rename(workspace, 'Never').execute(ctx.db)]);
    throw new Error('Not after all.');
  });
  await expect(failing).rejects.toThrow('Not after all.');
  expect(await nameNow(workspace)).toBe('Before');
});

test('a change that a function of the database made in a transaction is kept for nobody else', async () => {
  const workspace = await world().newWorkspace();
  const { pool } = world().database;
  await pool.query(`create or replace function hide_change(ws uuid) returns void language sql as $$
    update queues set name = 'Hidden' where workspace_id = ws $$`);
  await nameNow(workspace);
  await renameBeside(workspace, 'Seen');
  const failing = workspace.act(null, async (ctx) => {
    await sql`select mark from configuration_marks where workspace_id = ${workspace.id}`.execute(ctx.db);
    await sql`select hide_change(${workspace.id})`.execute(ctx.db);
    await standardQueueOf(ctx, workspace.brandId);
    throw new Error('Not after all.');
  });
  await expect(failing).rejects.toThrow('Not after all.');
  expect(await nameNow(workspace)).toBe('Seen');
});

test('behind a transaction pooler a transaction sees its own change as well', async () => {
  const workspace = await world().newWorkspace();
  const database = openDatabase(world().database.url, { named: false, max: 2 });
  const tools = createTools({ ...world().machinery, db: database.db });
  const names = await tools.transact({ workspaceId: workspace.id }, async (ctx) => {
    const name = async () => (await standardQueueOf(ctx, workspace.brandId))?.name;
    const before = await name();
    await rename(workspace, 'Pooled').execute(ctx.db);
    return [before, await name()];
  });
  await database.close();
  expect(names[0]).not.toBe('Pooled');
  expect(names[1]).toBe('Pooled');
});

test('two workspaces keep nothing of each other, and one that left keeps nothing', async () => {
  const [one, two] = [await world().newWorkspace(), await world().newWorkspace()];
  await renameBeside(one, 'Of one');
  await renameBeside(two, 'Of two');
  expect([await nameNow(one), await nameNow(two)]).toEqual(['Of one', 'Of two']);
  expect(await two.act(null, (ctx) => standardQueueOf(ctx, one.brandId))).toBeNull();
  await world().database.pool.query('select drop_workspace($1)', [one.id]);
  expect(await marksOf(one)).toEqual([]);
  expect(await nameNow(one)).toBeUndefined();
  expect(await nameNow(two)).toBe('Of two');
});

test('every table that something kept is read from renews the mark, and nothing changes it but by its name', async () => {
  const { pool } = world().database;
  const { rows } = await pool.query<{ table: string; how: string }>(
    `select c.relname as table, string_agg(t.tgname, ' ' order by t.tgname) as how
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
     where p.proname = 'renew_configuration_mark' and t.tgenabled = 'O' group by 1 order by 1`,
  );
  const how = 'mark_deleted mark_emptied mark_inserted mark_left mark_updated';
  expect(rows).toEqual([...keptTables()].toSorted().map((table) => ({ table, how })));
  // a key that took rows along or changed them would do so behind the statement's back
  const behind = await pool.query(
    `select conname from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])
       and (confdeltype in ('c', 'n', 'd') or confupdtype in ('c', 'n', 'd'))`,
    [[...keptTables()]],
  );
  expect(behind.rows).toEqual([]);
});

test('who worked here before a table was watched has a mark from then on', async () => {
  const client = await world().database.pool.connect();
  const workspaceId = newId();
  try {
    await client.query('begin');
    await client.query('create table watched_late (workspace_id uuid)');
    await client.query('insert into watched_late values ($1), ($1)', [workspaceId]);
    await client.query(`select renew_marks_with('watched_late')`);
    const found = 'select mark from configuration_marks where workspace_id = $1';
    expect((await client.query(found, [workspaceId])).rows).toHaveLength(1);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('two readings of one name are refused', () => {
  const read = async () => null;
  keptReading('test.once', ['queues'], read);
  expect(() => keptReading('test.once', ['queues'], read)).toThrow('test.once');
});
