import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeLine, openLine, sealLineSecrets } from '#domains/brands';
import { writeSetting } from '#domains/identity';
import { newId } from '#platform/database';
import { routeName } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { hashOf, noHash } from './audit-chain.ts';
import type { AuditCheckView, AuditView } from './contract.ts';

const world = useWorld();
const secret = 'correct horse battery staple';

test('a line tells who did what to what, how it was before and after, from where and why, and no secret', async () => {
  const workspace = await world().newWorkspace();
  const lineId = newId();
  const secrets = sealLineSecrets(world().tools, { workspaceId: workspace.id, lineId }, { password: secret });
  const origin = { address: '203.0.113.7', why: 'Asked for by Priya', asked: null };
  await world().tools.transact({ workspaceId: workspace.id, actor: workspace.owner, origin }, async (ctx) => {
    await openLine(ctx, { id: lineId, channel: 'email', name: 'Post', address: `post-${lineId}@x.test`, secrets });
    await writeSetting(ctx, 'access.two-step-required', true);
  });
  await workspace.act(workspace.owner, (ctx) => changeLine(ctx, lineId, { name: 'Mail', secrets }));
  const log = await rowsOf(workspace);
  const [changed, setting, opened] = ['line.changed', 'setting.changed', 'line.opened'].map((action) =>
    log.find((row) => row.action === action),
  );
  expect(opened).toMatchObject({
    actorName: 'Olive Owner',
    objectKind: 'line',
    objectId: lineId,
    objectName: 'Post',
    change: { after: { name: 'Post', channel: 'email', secretsGiven: ['password'] } },
    address: '203.0.113.7',
    why: 'Asked for by Priya',
    via: 'api',
  });
  expect(setting).toMatchObject({
    objectName: 'access.two-step-required',
    change: { before: { value: false }, after: { value: true } },
  });
  // only what differs, and of a secret that it was given
  expect(changed?.change).toEqual({
    before: { name: 'Post', secretsGiven: null },
    after: { name: 'Mail', secretsGiven: ['password'] },
  });
  expect(JSON.stringify(log)).not.toContain(secret);
  expect(JSON.stringify(log)).not.toContain(Buffer.from(Object.values(secrets)[0] ?? []).toString('base64'));
});

test('what is rolled back leaves no line, and lines written at once stand in one chain without a gap', async () => {
  const workspace = await world().newWorkspace();
  const before = await check(workspace);
  const failed = workspace.act(workspace.owner, async (ctx) => {
    await writeSetting(ctx, 'access.two-step-required', true);
    throw new Error('changed my mind');
  });
  await expect(failed).rejects.toThrow('changed my mind');
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      workspace.act(workspace.owner, (ctx) => writeSetting(ctx, 'access.two-step-required', at % 2 === 0)),
    ),
  );
  const after = await check(workspace);
  expect(after).toMatchObject({ lines: before.lines + 12, position: before.lines + 12, troubles: [] });
  expect((await rowsOf(workspace)).filter(({ action }) => action === 'setting.changed')).toHaveLength(12);
});

test('whatever a value holds, its line is verified as it was written', async () => {
  const workspace = await world().newWorkspace();
  const values = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), {
    maxKeys: 6,
  });
  await fc.assert(
    fc.asyncProperty(values, values, async (before, after) => {
      await workspace.act(workspace.owner, async (ctx) =>
        ctx.audit({ action: 'test.changed', objectKind: 'test', objectId: null, before, after }),
      );
    }),
    { numRuns: 60 },
  );
  expect((await check(workspace)).troubles).toEqual([]);
});

test('the database refuses to change, remove or empty the log', async () => {
  await world().newWorkspace();
  const { pool } = world().database;
  await expect(pool.query(`update audit_log set why = 'other'`)).rejects.toThrow('append-only');
  await expect(pool.query('delete from audit_log')).rejects.toThrow('append-only');
  await expect(pool.query('truncate audit_log cascade')).rejects.toThrow('append-only');
  await expect(
    pool.query(
      `insert into audit_log (workspace_id, id, occurred_at, actor_kind, action, object_kind)
       select workspace_id, gen_random_uuid(), now(), 'teammate', 'x.y', 'x' from workspaces limit 1`,
    ),
  ).rejects.toThrow('audit_log_in_chain');
});

test('who writes past the database’s own guards is found, and the line is named', async () => {
  const cases: [string, (workspace: Workspace, at: number) => Promise<void>, object][] = [
    ['changed', (w, at) => tamper(w, `update audit_log set change = '{"after": {}}' where position = ${at}`), {}],
    ['changed', (w, at) => tamper(w, `update audit_log set actor_id = null where position = ${at}`), {}],
    ['missing', (w, at) => tamper(w, `delete from audit_log where position = ${at}`), { id: null }],
    ['missing', (w, at) => tamper(w, `delete from audit_log where position >= ${at}`), { id: null }],
  ];
  for (const [kind, spoil, more] of cases) {
    const workspace = await aBusyWorkspace();
    const at = (await check(workspace)).lines - 3;
    await spoil(workspace, at);
    const found = await check(workspace);
    expect(found.troubles[0], kind).toMatchObject({ kind, position: at, ...more });
    expect(await check(workspace)).toMatchObject({ troubles: found.troubles });
  }
});

test('a chain written anew by somebody without our key is found, though all its hashes fit', async () => {
  const workspace = await aBusyWorkspace();
  const { lines } = await check(workspace);
  const at = lines - 2;
  await tamper(workspace, `update audit_log set why = 'nothing to see' where position = ${at}`);
  await writeAnew(workspace, at);
  const found = await check(workspace);
  expect(found.troubles[0]).toMatchObject({ kind: 'not-ours', position: at });
  expect(found.troubles.some(({ kind }) => kind === 'shortened')).toBe(true);
});

test('an end cut off with its head is found by the verification before, and by a hash kept elsewhere', async () => {
  const workspace = await aBusyWorkspace();
  const { lines, hash } = await check(workspace);
  const { rows } = await world().database.pool.query<{ hash: Buffer }>(
    'select hash from audit_log where workspace_id = $1 and position = $2',
    [workspace.id, lines - 2],
  );
  await tamper(workspace, `delete from audit_log where position > ${lines - 2}`);
  await world().database.pool.query('update audit_heads set position = $2, hash = $3 where workspace_id = $1', [
    workspace.id,
    lines - 2,
    rows[0]?.hash,
  ]);
  expect((await check(workspace)).troubles).toMatchObject([{ kind: 'shortened', position: lines - 1 }]);
  // also where what we remembered was removed with it
  await world().database.pool.query('delete from audit_checks where workspace_id = $1', [workspace.id]);
  expect((await check(workspace)).troubles).toEqual([]);
  const known = { position: lines, hash };
  expect((await check(workspace, { known })).troubles).toMatchObject([{ kind: 'unlike-known', position: lines - 1 }]);
});

test('the night’s verification tells the health page', async () => {
  const workspace = await aBusyWorkspace();
  const health = world().house.health.find(({ name }) => name === 'audit-log');
  const job = world().house.jobs.get('privacy.verify-audit');
  await job?.run(world().tools, { workspaceId: workspace.id });
  expect(await health?.check(world().tools, workspace.id)).toMatchObject({ state: 'good' });
  const at = (await check(workspace)).lines - 1;
  await tamper(workspace, `delete from audit_log where position = ${at}`);
  await job?.run(world().tools, { workspaceId: workspace.id });
  expect(await health?.check(world().tools, workspace.id)).toMatchObject({
    state: 'bad',
    says: `The audit log was tampered with at line ${at}.`,
  });
});

test('the list is filtered by who, what, kind, object and time, and the file holds the same lines', async () => {
  const workspace = await aBusyWorkspace();
  const all = await rowsOf(workspace);
  const settings = all.filter(({ objectKind }) => objectKind === 'setting');
  expect(settings.length).toBeGreaterThan(3);
  const some = all.find(({ objectKind, objectId }) => objectKind === 'teammate' && objectId !== null);
  expect(await rowsOf(workspace, { objectKind: 'setting' })).toEqual(settings);
  expect(await rowsOf(workspace, { action: 'setting.' })).toEqual(settings);
  expect(await rowsOf(workspace, { actorId: workspace.owner.id })).toEqual(
    all.filter(({ actorId }) => actorId === workspace.owner.id),
  );
  expect(await rowsOf(workspace, { objectId: some?.objectId })).toEqual(
    all.filter(({ objectId }) => objectId === some?.objectId),
  );
  expect(await rowsOf(workspace, { from: settings.at(-1)?.at, objectKind: 'setting' })).toEqual(settings);
  expect(await rowsOf(workspace, { until: all.at(-1)?.at })).toEqual([]);
  const kinds = await read<{ rows: string[] }>(workspace, 'GET /api/audit/kinds', {});
  expect(kinds.rows).toEqual([...new Set(all.map(({ objectKind }) => objectKind))].sort());
  const csv = await file(workspace, { objectKind: 'setting' });
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(settings.length + 1);
  for (const { hash } of settings) expect(csv).toContain(hash);
  expect((await rowsOf(workspace))[0]).toMatchObject({
    action: 'audit.exported',
    change: { after: { objectKind: 'setting' } },
  });
});

test('nobody but who reads the whole log reads, verifies or takes any of it', async () => {
  const workspace = await world().newWorkspace();
  const narrow: Actor = { ...workspace.owner, permissions: new Map([['audit.read', 'brand']]) };
  for (const name of ['GET /api/audit', 'GET /api/audit/kinds', 'GET /api/audit/verification'])
    await expect(read(workspace, name, { limit: 5 }, narrow)).rejects.toMatchObject({ status: 403 });
  await expect(outside('POST /api/audit/verification', workspace, {}, narrow)).rejects.toMatchObject({ status: 403 });
  await expect(outside('POST /api/audit/exports', workspace, {}, narrow)).rejects.toMatchObject({ status: 403 });
});

async function aBusyWorkspace(): Promise<Workspace> {
  const workspace = await world().newWorkspace();
  await workspace.teammate('agent');
  for (const value of [true, false, true, false, true, false])
    await workspace.act(workspace.owner, (ctx) => writeSetting(ctx, 'access.two-step-required', value));
  return workspace;
}

/** As somebody with every right on the database: the guards are switched off for it. */
async function tamper(workspace: Workspace, statement: string): Promise<void> {
  const client = await world().database.pool.connect();
  try {
    await client.query('begin');
    await client.query('alter table audit_log disable trigger user');
    await client.query(`${statement} and workspace_id = '${workspace.id}'`);
    await client.query('alter table audit_log enable trigger user');
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The hashes of a chain from a place on, as anybody can compute them who reads this program. */
async function writeAnew(workspace: Workspace, from: number): Promise<void> {
  const { pool } = world().database;
  const { rows } = await pool.query<Record<string, never> & { position: number; hash: Buffer }>(
    'select * from audit_log where workspace_id = $1 and position >= $2 order by position',
    [workspace.id, from - 1],
  );
  let before: Buffer = rows[0]?.hash ?? noHash;
  for (const row of rows.slice(1)) {
    before = hashOf(before, {
      workspaceId: workspace.id,
      position: row.position,
      id: row['id'] as never,
      at: row['occurred_at'] as never,
      actorKind: row['actor_kind'] as never,
      actorId: row['actor_id'] as never,
      action: row['action'] as never,
      objectKind: row['object_kind'] as never,
      objectId: row['object_id'] as never,
      objectName: row['object_name'] as never,
      change: row['change'],
      via: row['via'] as never,
      address: row['from_address'] as never,
      why: row['why'] as never,
    });
    await tamper(
      workspace,
      `update audit_log set hash = '\\x${before.toString('hex')}' where position = ${row.position}`,
    );
  }
  await pool.query('update audit_heads set hash = $2 where workspace_id = $1', [workspace.id, before]);
}

async function rowsOf(workspace: Workspace, filter: object = {}): Promise<AuditView[]> {
  return (await read<{ rows: AuditView[] }>(workspace, 'GET /api/audit', { limit: 100, ...filter })).rows;
}

function handlerOf(name: string) {
  const handler = world().house.handlers.find(({ route }) => routeName(route) === name);
  if (!handler) throw new Error(`There is no route ${name}.`);
  return handler;
}

function read<T>(workspace: Workspace, name: string, query: object, actor: Actor = workspace.owner): Promise<T> {
  return workspace.read(actor, (ctx) => handlerOf(name).run(ctx as never, { query } as never) as Promise<T>);
}

function outside<T>(name: string, workspace: Workspace, body: object, actor: Actor = workspace.owner): Promise<T> {
  const asker = { workspaceId: workspace.id, actor };
  return handlerOf(name).outside?.(world().tools, { body } as never, asker) as Promise<T>;
}

function check(workspace: Workspace, body: object = {}): Promise<AuditCheckView> {
  return outside('POST /api/audit/verification', workspace, body);
}

async function file(workspace: Workspace, filter: object): Promise<string> {
  const { bytes } = await outside<{ bytes: Readable }>('POST /api/audit/exports', workspace, filter);
  return text(bytes);
}
