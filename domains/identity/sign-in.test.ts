import { statSync } from 'node:fs';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { httpBrowser } from '../../tests/support/http-browser.ts';
import { useWorld } from '../../tests/support/world.ts';
import { authOptions } from './auth.ts';
import { giveRoles } from './give-roles.ts';
import { forgetSessions, markDemoFilled, rightsTopic, roleOfDesk } from './index.ts';

const world = useWorld();
const daniel = {
  workspaceName: 'Fernhill',
  ownerName: 'Daniel Osei',
  address: 'Daniel@Fernhill.example',
  password: 'three quiet herons',
  zone: 'Europe/Lisbon',
};

const browser = () => httpBrowser(world());

/** The tests of this file tell one story, in order: a fresh server until several people work on it. */
test('a fresh server says what it has, and is set up once, also by two browsers at once', async () => {
  const first = await browser();
  const facts = await first.ask('GET', '/api/setup');
  expect(facts.body).toMatchObject({ needed: true });
  expect(JSON.stringify(facts.body)).toMatch(/PostgreSQL \d+/);
  expect((await first.ask('GET', '/api/session')).body).toMatchObject({ needsSetup: true, me: null, demo: null });

  const second = await browser();
  const both = await Promise.all([
    first.ask('POST', '/api/setup', daniel),
    second.ask('POST', '/api/setup', { ...daniel, address: 'other@fernhill.example' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await first.ask('GET', '/api/setup')).body).toEqual({ needed: false, facts: [] });
});

test('the owner signs in, is known by every permission, and signs out at once', async () => {
  const anna = await browser();
  const address = await ownersAddress();
  expect((await anna.ask('POST', '/api/session', { address, password: 'not this one' })).body).toMatchObject({
    code: 'identity/wrong-address-or-password',
  });
  expect((await anna.ask('GET', '/api/settings')).status).toBe(401);
  expect(
    (await anna.ask('POST', '/api/session', { address: address.toUpperCase(), password: daniel.password })).body,
  ).toEqual({ signedIn: true });

  const { body } = await anna.ask('GET', '/api/session');
  expect(body).toMatchObject({
    needsSetup: false,
    me: {
      workspace: { name: 'Fernhill', isDemo: false },
      teammate: { zone: 'Europe/Lisbon' },
      desk: { id: 'administrator' },
      brands: 'all',
    },
  });
  const settings = await anna.ask('GET', '/api/settings');
  expect(settings.status).toBe(200);

  const stolen = new Map(anna.cookies);
  expect((await anna.ask('DELETE', '/api/session')).body).toEqual({ signedIn: false, goTo: null });
  const thief = await browser();
  for (const [name, value] of stolen) thief.cookies.set(name, value);
  expect((await thief.ask('GET', '/api/settings')).status).toBe(401);
});

test('a cookie that we did not sign opens nothing', async () => {
  const anna = await browser();
  await anna.ask('POST', '/api/session', { address: await ownersAddress(), password: daniel.password });
  for (const [name, value] of anna.cookies) anna.cookies.set(name, `${value.slice(0, -8)}AAAAAAA%3D`);
  expect((await anna.ask('GET', '/api/settings')).status).toBe(401);
});

test('nobody opens a session from outside without a password, signs themselves up, or asks from another site', async () => {
  const stranger = await browser();
  const mallory = { email: 'mallory@elsewhere.example', name: 'Mallory', password: 'three quiet herons' };
  expect((await stranger.ask('POST', '/api/auth/sign-up/email', mallory)).status).toBeGreaterThanOrEqual(400);
  expect((await stranger.ask('POST', '/api/auth/open-session', { accountId: 'x' })).status).toBe(404);
  expect((await stranger.ask('POST', '/api/demo/session', { role: 'administrator' })).status).toBe(404);
  const { rows } = await world().database.pool.query('select 1 from auth."user" where email = $1', [mallory.email]);
  expect(rows).toHaveLength(0);
});

test('somebody who is invited comes in by the link, once, and may do what their role says', async () => {
  const admin = await browser();
  await admin.ask('POST', '/api/session', { address: await ownersAddress(), password: daniel.password });
  const roles = (await admin.ask('GET', '/api/roles')).body as { rows: { id: string; deskId: string }[] };
  const agentRole = roles.rows.find(({ deskId }) => deskId === 'agent')?.id;
  const invited = await admin.ask('POST', '/api/teammates', {
    name: 'Tomás Oliveira',
    address: 'tomas@fernhill.example',
    roleIds: [agentRole],
  });
  expect(invited.body).toMatchObject({ teammate: { isInvited: true } });
  const token = String(invited.body?.['invitationUrl']).split('#')[1];

  const tomas = await browser();
  expect(
    (await tomas.ask('POST', '/api/invitations/acceptance', { token, password: 'seven loose kettles' })).body,
  ).toEqual({ signedIn: true });
  expect((await tomas.ask('GET', '/api/session')).body).toMatchObject({
    me: { desk: { id: 'agent' }, permissions: { 'conversations.read': 'team' } },
  });
  expect((await tomas.ask('GET', '/api/settings')).status).toBe(403);
  expect(
    (await tomas.ask('POST', '/api/invitations/acceptance', { token, password: 'seven loose kettles' })).status,
  ).toBe(404);

  const { id } = (invited.body as { teammate: { id: string } }).teammate;
  const left = await admin.ask('PUT', `/api/teammates/${id}/deactivation`);
  expect(left.body).toMatchObject({ id, can: [] });
  expect((await tomas.ask('GET', '/api/teammates')).status).toBe(401);
  expect(
    (await tomas.ask('POST', '/api/session', { address: 'tomas@fernhill.example', password: 'seven loose kettles' }))
      .body,
  ).toMatchObject({ code: 'identity/no-workspace' });
});

test('there is always somebody left who may give roles', async () => {
  const admin = await browser();
  await admin.ask('POST', '/api/session', { address: await ownersAddress(), password: daniel.password });
  const roles = (await admin.ask('GET', '/api/roles')).body as { rows: { id: string; deskId: string }[] };
  const { me } = (await admin.ask('GET', '/api/session')).body as { me: { teammate: { id: string } } };
  const agentRole = roles.rows.find(({ deskId }) => deskId === 'agent')?.id;
  expect(
    (await admin.ask('PUT', `/api/teammates/${me.teammate.id}/roles`, { roleIds: [agentRole] })).body,
  ).toMatchObject({ code: 'identity/last-administrator' });
  expect((await admin.ask('PUT', `/api/teammates/${me.teammate.id}/deactivation`)).status).toBe(403);
});

test('one click signs in, in a demo workspace alone', async () => {
  const workspaceId = (await world().tools.workspaceIds())[0] ?? '';
  await world().tools.transact({ workspaceId }, markDemoFilled);
  forgetSessions();
  const visitor = await browser();
  expect((await visitor.ask('GET', '/api/session')).body).toMatchObject({
    me: null,
    demo: { roles: [{ role: 'administrator' }] },
  });
  expect((await visitor.ask('POST', '/api/demo/session', { role: 'agent' })).status).toBe(404);
  expect((await visitor.ask('POST', '/api/demo/session', { role: 'administrator' })).body).toEqual({ signedIn: true });
  expect((await visitor.ask('GET', '/api/session')).body).toMatchObject({ me: { workspace: { isDemo: true } } });
});

test('guessing is throttled by where it comes from', async () => {
  const guesser = await browser();
  let status = 0;
  for (let attempt = 0; attempt < 40 && status !== 429; attempt += 1) {
    ({ status } = await guesser.ask('POST', '/api/session', {
      address: `nobody-${attempt}@fernhill.example`,
      password: `guess number ${attempt}`,
    }));
  }
  expect(status).toBe(429);
});

test('our migrations make what the installed library expects, and the key is ours alone', async () => {
  const { config, database } = world();
  const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = await getMigrations(
    authOptions(config, database.db),
  );
  expect({ toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems }).toEqual({
    toBeCreated: [],
    toBeAdded: [],
    toBeAddedIndexes: [],
    schemaProblems: [],
  });
  expect(authOptions(config, database.db).telemetry).toEqual({ enabled: false });
  expect(statSync(join(config.dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
});

async function ownersAddress(): Promise<string> {
  const { rows } = await world().database.pool.query<{ address: string }>(
    'select address from teammates order by created_at limit 1',
  );
  return rows[0]?.address ?? '';
}

test('what somebody may is looked up again after a change, and their open screens are told', async () => {
  const { id: workspaceId, act, teammate, owner } = await world().newWorkspace();
  const agent = await teammate('agent');
  world().published.length = 0;
  const leader = await act(null, (ctx) => roleOfDesk(ctx, 'team-leader'));
  await act(owner, (ctx) => giveRoles(ctx, agent.id, [leader]));
  expect(world().published).toContainEqual(
    expect.objectContaining({ workspaceId, topic: rightsTopic, subjectId: agent.id }),
  );
});
