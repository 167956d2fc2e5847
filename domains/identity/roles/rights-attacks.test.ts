import { expect, test } from 'vitest';
import { insertServed, openBrand } from '#domains/brands';
import { newId } from '#platform/database';
import { forgetSessions } from '../authenticate.ts';
import { roleOfDesk } from '../built-in-roles.ts';
import { inviteTeammate } from '../invite-teammate.ts';
import { changeRole, copyRole } from './keep-role.ts';
import { type Answered, type HttpBrowser, httpBrowser } from '../../../tests/support/http-browser.ts';
import type { Workspace } from '../../../tests/support/workspace.ts';
import { useWorld } from '../../../tests/support/world.ts';

/**
 * Somebody may edit roles, and not all else: by every door that leads to a right they reach for what they lack, for
 * themselves, for a friend, for a program and for whoever comes by a provider.
 */
const world = useWorld();

/** What they have beside what an agent has: the doors themselves stand open to them. */
const keeps = {
  'roles.configure': 'all',
  'settings.configure': 'all',
  'config.apply': 'all',
  'brands.configure': 'brand',
} as const;

interface Place {
  readonly workspace: Workspace;
  readonly mallory: HttpBrowser;
  readonly meId: string;
  readonly friendId: string;
  /** Invited as an administrator, and not here yet. */
  readonly aboveId: string;
  readonly otherBrandId: string;
  readonly own: { readonly id: string; readonly permissions: Readonly<Record<string, string>> };
  readonly agent: string;
  readonly administrator: string;
}

/** Mallory has what an agent has, and edits roles and settings. */
async function begin(): Promise<Place> {
  const workspace = await world().newWorkspace();
  const { owner } = workspace;
  const second = await workspace.act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const [agent, administrator] = await workspace.read(null, async (ctx) => [
    await roleOfDesk(ctx, 'agent'),
    await roleOfDesk(ctx, 'administrator'),
  ]);
  const own = await workspace.act(owner, (ctx) => copyRole(ctx, agent, { id: newId() as never, name: 'Role keeper' }));
  const permissions = { ...own.permissions, ...keeps } as const;
  await workspace.act(owner, (ctx) => changeRole(ctx, own.id, { permissions }));
  const { browser: mallory, teammateId: meId } = await joined(workspace, own.id);
  const friend = await workspace.teammate('agent');
  const above = await invited(workspace, administrator);
  return {
    workspace,
    mallory,
    meId,
    friendId: friend.id,
    aboveId: above.teammate.id,
    otherBrandId: second.id,
    own: { id: own.id, permissions },
    agent,
    administrator,
  };
}

function invited(workspace: Workspace, roleId: string) {
  return workspace.act(workspace.owner, (ctx) =>
    inviteTeammate(ctx, {
      name: 'Mallory',
      address: `mallory-${newId()}@rapport.example`,
      roleIds: [roleId as never],
      locale: 'en',
      zone: 'UTC',
    }),
  );
}

/** Somebody who came in by an invitation, at a browser of theirs. */
async function joined(workspace: Workspace, roleId: string) {
  const { teammate, token } = await invited(workspace, roleId);
  const browser = await httpBrowser(world());
  await browser.ask('POST', '/api/invitations/acceptance', { token, password: 'three quiet herons' });
  // the session is real
  expect((await browser.ask('GET', '/api/roles')).status).toBe(200);
  return { browser, teammateId: teammate.id };
}

/** Everything that is a right in a workspace, as it lies there. */
async function held({ id }: Workspace) {
  const { rows } = await world().database.pool.query<Record<string, unknown>>(
    `select 'role' as kind, id::text, permissions::text as what from roles where workspace_id = $1
     union all select 'given', teammate_id::text, role_id::text from teammate_roles where workspace_id = $1
     union all select 'brand', teammate_id::text, brand_id::text from brand_teammates where workspace_id = $1
     union all select 'team', teammate_id::text, team_id::text || coalesce(leads_since::text, '') from team_members
       where workspace_id = $1
     union all select 'key', id::text, permissions::text from api_keys where workspace_id = $1
     union all select 'sso', id::text, group_roles::text from sso_connections where workspace_id = $1
     union all select 'person', id::text, name from teammates where workspace_id = $1 order by 1, 2, 3`,
    [id],
  );
  return rows;
}

type Tries = Readonly<Record<string, Promise<Answered>>>;

function byRoles({ workspace, mallory, meId, friendId, aboveId, own, agent, administrator }: Place): Tries {
  const more = { ...own.permissions, 'customers.export': 'all' };
  const wider = { ...own.permissions, 'conversations.read': 'all' };
  const give = (id: string | null, roleId: string) =>
    mallory.ask('PUT', `/api/teammates/${id}/roles`, { roleIds: [roleId] });
  return {
    'copies a role above': mallory.ask('POST', `/api/roles/${administrator}/copies`, { id: newId(), name: 'Mine' }),
    'adds to the own role': mallory.ask('PATCH', `/api/roles/${own.id}`, { permissions: more }),
    'widens the own role': mallory.ask('PATCH', `/api/roles/${own.id}`, { permissions: wider }),
    'edits a role that comes along': mallory.ask('PATCH', `/api/roles/${agent}`, { permissions: more }),
    'gives it to themselves': give(meId, administrator),
    'gives it to a friend': give(friendId, administrator),
    'takes it from the owner': give(workspace.owner.id, agent),
    'invites with it': mallory.ask('POST', '/api/teammates', {
      name: 'Friend',
      address: 'friend@rapport.example',
      roleIds: [administrator],
    }),
    'renews a link of somebody above': mallory.ask('POST', `/api/teammates/${aboveId}/invitation`, {}),
    'writes roles into themselves': mallory.ask('PATCH', '/api/teammates/me', { roleIds: [administrator] }),
  };
}

function byOtherDoors({ mallory, meId, otherBrandId, own, administrator }: Place): Tries {
  const more = { ...own.permissions, 'customers.export': 'all' };
  const wider = { ...own.permissions, 'conversations.read': 'all' };
  const apply = (config: object) => mallory.ask('POST', '/api/config', { config });
  const role = (desk: string, permissions: object, name = 'Role keeper') =>
    apply({ roles: [{ name, desk, permissions }] });
  const sso = {
    name: 'Mine',
    issuer: 'https://mallory.example',
    clientId: 'x',
    domains: ['mallory.example'],
    groups: [{ group: '*', roleIds: [administrator], placeIds: [] }],
  };
  const key = { name: 'Mine', permissions: more };
  return {
    'makes a key with more': mallory.ask('POST', '/api/keys', key),
    'makes a service with more': mallory.ask('POST', '/api/keys', { ...key, isService: true, expiresInDays: 1 }),
    'connects a provider': mallory.ask('POST', '/api/sso-connections', { id: newId(), ...sso }),
    'applies a file with more': role('agent', more),
    'applies a file with a wider scope': role('agent', wider),
    'applies a file with a new role': role('agent', more, 'Brand new'),
    'applies a file that begins above': role('administrator', {}, 'Brand new'),
    'applies a file with a provider': apply({ signIns: [{ ...sso, groupsClaim: 'groups' }] }),
    'serves another brand': mallory.ask('PUT', `/api/brands/${otherBrandId}/teammates/${meId}`),
  };
}

test('whoever edits roles with a part of the rights gets the rest by none of the doors', async () => {
  const place = await begin();
  const before = await held(place.workspace);
  const through: string[] = [];
  for (const [what, asked] of Object.entries({ ...byRoles(place), ...byOtherDoors(place) })) {
    const { status, body } = await asked;
    if (status === 422) through.push(`${what}: not even tried`);
    // a file is answered with what of it was refused; what a contract does not name is not there for its verb
    const isNothing = body?.['applied'] === false || what.startsWith('writes roles');
    if (status >= 500 || (status < 400 && !isNothing)) through.push(`${what}: ${status}`);
  }
  expect(through).toEqual([]);
  expect(await held(place.workspace)).toEqual(before);
});

test('a key edits roles no further than it was given, whatever its owner may', async () => {
  const workspace = await world().newWorkspace();
  const [administrator, agent] = await workspace.read(null, async (ctx) => [
    await roleOfDesk(ctx, 'administrator'),
    await roleOfDesk(ctx, 'agent'),
  ]);
  const { browser: ada } = await joined(workspace, administrator);
  const made = await ada.ask('POST', '/api/keys', {
    name: 'Role program',
    permissions: { 'roles.configure': 'all', 'customers.read': 'brand' },
  });
  const bearer = { authorization: `Bearer ${String(made.body?.['key'])}` };
  const program = await httpBrowser(world());
  const friend = await workspace.teammate('agent');
  // its owner may all of this; the key was given two permissions
  const asked = [
    await program.ask('PUT', `/api/teammates/${friend.id}/roles`, { roleIds: [administrator] }, bearer),
    await program.ask('POST', `/api/roles/${agent}/copies`, { id: newId(), name: 'By key' }, bearer),
    await program.ask('POST', '/api/keys', { name: 'More', permissions: { 'customers.read': 'all' } }, bearer),
  ];
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test('whoever invites lets nobody into a brand that they do not serve themselves', async () => {
  const { workspace, mallory, meId, otherBrandId, agent } = await begin();
  const serve = (sql: string) => world().database.pool.query(sql, [workspace.id, workspace.brandId, meId]);
  await workspace.act(null, (ctx) => insertServed(ctx, otherBrandId, meId));
  await serve('delete from brand_teammates where workspace_id = $1 and brand_id = $2 and teammate_id = $3');
  forgetSessions();
  const brandsOfNewcomer = async () => {
    const friend = { name: 'Friend', address: `${newId()}@rapport.example`, roleIds: [agent] };
    const body = (await mallory.ask('POST', '/api/teammates', friend)).body as { teammate: { id: string } };
    const { id } = body.teammate;
    return [...(await workspace.refresh({ ...workspace.owner, id })).brandIds];
  };
  expect(await brandsOfNewcomer()).toEqual([]);
  await workspace.act(null, (ctx) => insertServed(ctx, workspace.brandId, meId));
  expect(await brandsOfNewcomer()).toEqual([workspace.brandId]);
});
