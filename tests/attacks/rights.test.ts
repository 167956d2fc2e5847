import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { roleOfDesk } from '#domains/identity';
import { newId } from '#platform/database';
import { giveRoles } from '../../domains/identity/give-roles.ts';
import { inviteTeammate } from '../../domains/identity/invite-teammate.ts';
import { changeRole, copyRole } from '../../domains/identity/roles/keep-role.ts';
import { type Answered, httpBrowser } from '../support/http-browser.ts';
import { useWorld } from '../support/world.ts';

/**
 * Somebody may edit roles, and not all else: by every door that leads to a right they reach for what they lack, for
 * themselves, for a friend, for a program and for whoever comes by a provider.
 */
const world = useWorld();

test('whoever edits roles with a part of the rights gets the rest by none of the doors', async () => {
  const workspace = await world().newWorkspace();
  const { owner } = workspace;
  const second = await workspace.act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const [agent, administrator] = await workspace.read(null, async (ctx) => [
    await roleOfDesk(ctx, 'agent'),
    await roleOfDesk(ctx, 'administrator'),
  ]);
  const own = await workspace.act(owner, (ctx) => copyRole(ctx, agent, { id: newId() as never, name: 'Role keeper' }));
  const permissions = { ...own.permissions, 'roles.configure': 'all', 'settings.configure': 'all' } as const;
  await workspace.act(owner, (ctx) => changeRole(ctx, own.id, { permissions }));
  const { teammate, token } = await workspace.act(owner, (ctx) =>
    inviteTeammate(ctx, {
      name: 'Mallory',
      address: 'mallory@rapport.example',
      roleIds: [own.id],
      locale: 'en',
      zone: 'UTC',
    }),
  );
  const friend = await workspace.teammate('agent');
  const mallory = await httpBrowser(world());
  await mallory.ask('POST', '/api/invitations/acceptance', { token, password: 'three quiet herons' });
  // the session is real, and may do what is theirs
  expect((await mallory.ask('GET', '/api/roles')).status).toBe(200);

  const held = async () => {
    const { rows } = await world().database.pool.query<Record<string, unknown>>(
      `select 'role' as kind, id::text, permissions::text as what from roles where workspace_id = $1
       union all select 'given', teammate_id::text, role_id::text from teammate_roles where workspace_id = $1
       union all select 'brand', teammate_id::text, brand_id::text from brand_teammates where workspace_id = $1
       union all select 'team', teammate_id::text, team_id::text || coalesce(leads_since::text, '') from team_members
         where workspace_id = $1
       union all select 'key', id::text, permissions::text from api_keys where workspace_id = $1
       union all select 'sso', id::text, group_roles::text from sso_connections where workspace_id = $1
       union all select 'person', id::text, name from teammates where workspace_id = $1 order by 1, 2, 3`,
      [workspace.id],
    );
    return rows;
  };
  const before = await held();
  const more = { ...permissions, 'customers.export': 'all' };
  const wider = { ...permissions, 'conversations.read': 'all' };
  const role = (desk: string, rights: object, name = 'Role keeper') => ({
    config: { roles: [{ name, desk, permissions: rights }] },
  });
  const address = 'friend@rapport.example';
  const sso = {
    name: 'Mine',
    issuer: 'https://mallory.example',
    clientId: 'x',
    domains: ['mallory.example'],
    groups: [{ group: '*', roleIds: [administrator], placeIds: [] }],
  };
  const tries: Readonly<Record<string, Promise<Answered>>> = {
    'copies a role above': mallory.ask('POST', `/api/roles/${administrator}/copies`, { id: newId(), name: 'Mine' }),
    'adds to the own role': mallory.ask('PATCH', `/api/roles/${own.id}`, { permissions: more }),
    'widens the own role': mallory.ask('PATCH', `/api/roles/${own.id}`, { permissions: wider }),
    'edits a role that comes along': mallory.ask('PATCH', `/api/roles/${agent}`, { permissions: more }),
    'gives it to themselves': mallory.ask('PUT', `/api/teammates/${teammate.id}/roles`, { roleIds: [administrator] }),
    'gives it to a friend': mallory.ask('PUT', `/api/teammates/${friend.id}/roles`, { roleIds: [administrator] }),
    'takes it from the owner': mallory.ask('PUT', `/api/teammates/${owner.id}/roles`, { roleIds: [agent] }),
    'invites with it': mallory.ask('POST', '/api/teammates', { name: 'Friend', address, roleIds: [administrator] }),
    'makes a key with more': mallory.ask('POST', '/api/keys', { name: 'Mine', permissions: more }),
    'makes a service with more': mallory.ask('POST', '/api/keys', {
      name: 'Mine',
      permissions: more,
      isService: true,
      expiresInDays: 1,
    }),
    'connects a provider': mallory.ask('POST', '/api/sso-connections', { id: newId(), ...sso }),
    'applies a file with more': mallory.ask('POST', '/api/config', role('agent', more)),
    'applies a file with a wider scope': mallory.ask('POST', '/api/config', role('agent', wider)),
    'applies a file with a new role': mallory.ask('POST', '/api/config', role('agent', more, 'Brand new')),
    'applies a file that begins above': mallory.ask('POST', '/api/config', role('administrator', {}, 'Brand new')),
    'applies a file with a provider': mallory.ask('POST', '/api/config', {
      config: { signIns: [{ ...sso, groupsClaim: 'groups' }] },
    }),
    'serves another brand': mallory.ask('PUT', `/api/brands/${second.id}/teammates/${teammate.id}`),
    'leads their team': mallory.ask('PUT', `/api/teams/${workspace.teamId}/members/${teammate.id}`, { leads: true }),
    'renews a link of somebody above': mallory.ask('POST', `/api/teammates/${owner.id}/invitation`),
    'writes roles of their own into themselves': mallory.ask('PATCH', '/api/me', {
      roleIds: [administrator],
      preferences: { roles: administrator },
    }),
  };
  const through: string[] = [];
  for (const [what, asked] of Object.entries(tries)) {
    const { status, body } = await asked;
    const isRefusedFile = status === 200 && body?.['applied'] === false;
    const isNothing = what.startsWith('writes roles') && status === 200;
    if (status < 400 && !isRefusedFile && !isNothing) through.push(`${what}: ${status}`);
    if (status >= 500) through.push(`${what}: ${status}`);
  }
  expect(through).toEqual([]);
  expect(await held()).toEqual(before);
});

test('a key follows the role of its owner down, and edits roles no further than it was given', async () => {
  const workspace = await world().newWorkspace();
  const { token, teammate } = await workspace.act(workspace.owner, async (ctx) =>
    inviteTeammate(ctx, {
      name: 'Ada',
      address: 'ada@rapport.example',
      roleIds: [(await roleOfDesk(ctx, 'administrator')) as never],
      locale: 'en',
      zone: 'UTC',
    }),
  );
  const ada = await httpBrowser(world());
  await ada.ask('POST', '/api/invitations/acceptance', { token, password: 'three quiet herons' });
  const made = await ada.ask('POST', '/api/keys', {
    name: 'Role program',
    permissions: { 'roles.configure': 'all', 'customers.read': 'brand' },
  });
  const bearer = { authorization: `Bearer ${String(made.body?.['key'])}` };
  const program = await httpBrowser(world());
  const [administrator, agent] = await workspace.read(null, async (ctx) => [
    await roleOfDesk(ctx, 'administrator'),
    await roleOfDesk(ctx, 'agent'),
  ]);
  const friend = await workspace.teammate('agent');
  // its owner may all of this; the key was given two permissions
  const asked = [
    await program.ask('PUT', `/api/teammates/${friend.id}/roles`, { roleIds: [administrator] }, bearer),
    await program.ask('POST', `/api/roles/${agent}/copies`, { id: newId(), name: 'By key' }, bearer),
    await program.ask('POST', '/api/keys', { name: 'More', permissions: { 'customers.read': 'all' } }, bearer),
  ];
  expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
  await workspace.act(workspace.owner, (ctx) => giveRoles(ctx, teammate.id, [agent]));
  expect((await program.ask('GET', '/api/roles', undefined, bearer)).status).toBe(403);
});
