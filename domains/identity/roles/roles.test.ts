import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Scope, scopes } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Actor, covers } from '#platform/policy';
import { useWorld } from '../../../tests/support/world.ts';
import type { Workspace } from '../../../tests/support/workspace.ts';
import { makeApiKey } from '../api-keys.ts';
import { roleOfDesk } from '../built-in-roles.ts';
import type { RoleView } from '../contract.ts';
import { deactivateTeammate } from '../deactivate-teammate.ts';
import { giveRoles } from '../give-roles.ts';
import { inviteTeammate } from '../invite-teammate.ts';
import { openInvitation, renewInvitation, revokeInvitation } from '../invitations.ts';
import { changeRole, copyRole, removeRole } from './keep-role.ts';
import { previewRole } from './preview-role.ts';
import { listRoles } from './role-queries.ts';

const world = useWorld();
type Rights = Record<string, Scope>;

test('a role of one’s own is made by copying, changed, given, and removed once nobody has it', async () => {
  const workspace = await world().newWorkspace();
  const role = await copied(workspace, 'agent', 'Night desk');
  expect(role).toMatchObject({
    name: 'Night desk',
    deskId: 'agent',
    isBuiltIn: false,
    people: 0,
    can: ['change', 'remove', 'give'],
  });
  const priya = await workspace.teammate('agent');
  await act(workspace, (ctx) =>
    changeRole(ctx, role.id, { permissions: { ...role.permissions, 'views.export': 'team' } }),
  );
  await act(workspace, (ctx) => giveRoles(ctx, priya.id, [role.id]));
  expect((await workspace.refresh(priya)).permissions.get('views.export')).toBe('team');
  await expect(act(workspace, (ctx) => removeRole(ctx, role.id))).rejects.toMatchObject({ code: 'identity/role-held' });
  const agent = await workspace.read(null, (ctx) => roleOfDesk(ctx, 'agent'));
  await act(workspace, (ctx) => giveRoles(ctx, priya.id, [agent]));
  await act(workspace, (ctx) => removeRole(ctx, role.id));
  const left = await workspace.read(workspace.owner, listRoles);
  expect(left.map(({ name }) => name)).not.toContain('Night desk');
  const { rows } = await world().database.pool.query<{ action: string; change: object }>(
    `select action, change from audit_log where workspace_id = $1 and object_kind = 'role' order by position`,
    [workspace.id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['role.made', 'role.changed', 'role.removed']);
  expect(rows[1]?.change).toEqual({ before: { 'views.export': null }, after: { 'views.export': 'team' } });
});

test('what comes with Rapport is not changed, and no name is there twice or in the way of a desk', async () => {
  const workspace = await world().newWorkspace();
  const agent = (await workspace.read(null, (ctx) => roleOfDesk(ctx, 'agent'))) as RoleView['id'];
  const refused = { code: 'identity/role-built-in' };
  await expect(act(workspace, (ctx) => changeRole(ctx, agent, { permissions: {} }))).rejects.toMatchObject(refused);
  await expect(act(workspace, (ctx) => removeRole(ctx, agent))).rejects.toMatchObject(refused);
  await copied(workspace, 'agent', 'Night desk');
  for (const name of ['night DESK', 'Administrator', 'OMNICHANNEL support representative'])
    await expect(copied(workspace, 'agent', name)).rejects.toMatchObject({ code: 'identity/role-name-taken' });
  const role = await copied(workspace, 'agent', 'Other');
  await expect(
    act(workspace, (ctx) => changeRole(ctx, role.id, { permissions: { 'no.such': 'all' } })),
  ).rejects.toMatchObject({ status: 422 });
  await expect(act(workspace, (ctx) => changeRole(ctx, role.id, { deskId: 'no-desk' }))).rejects.toMatchObject({
    status: 422,
  });
});

test('what a change would mean is told before it is made: who gains, who loses, and what other roles give anyway', async () => {
  const workspace = await world().newWorkspace();
  const role = await copied(workspace, 'agent', 'Night desk');
  for (const name of ['Ana', 'Bo', 'Cy']) {
    const one = await workspace.teammate('agent', { name });
    const leads = name === 'Cy' ? [await workspace.read(null, (ctx) => roleOfDesk(ctx, 'team-leader'))] : [];
    await act(workspace, (ctx) => giveRoles(ctx, one.id, [role.id, ...leads]));
  }
  const { 'calls.take': _taken, ...rest } = role.permissions;
  const effect = await workspace.read(workspace.owner, (ctx) =>
    previewRole(ctx, role.id, { ...rest, 'views.export': 'team' }),
  );
  // Cy leads a team, which gives both anyway
  expect(effect).toEqual({
    people: 3,
    leavesNobody: false,
    changes: [
      expect.objectContaining({
        permission: 'views.export',
        from: null,
        to: 'team',
        gains: true,
        people: 2,
        names: ['Ana', 'Bo'],
      }),
      expect.objectContaining({ permission: 'calls.take', from: 'own', to: null, gains: false, people: 2 }),
    ],
  });
  expect((await workspace.read(workspace.owner, listRoles)).find(({ id }) => id === role.id)?.permissions).toEqual(
    role.permissions,
  );
});

test('the last who may give roles can be removed by no path', async () => {
  const workspace = await world().newWorkspace();
  const { owner } = workspace;
  const role = await copied(workspace, 'administrator', 'Own administrator');
  await act(workspace, (ctx) => giveRoles(ctx, owner.id ?? '', [role.id]));
  const last = { code: 'identity/last-administrator' };
  for (const scope of [undefined, 'own', 'team', 'brand'] as const) {
    const { 'roles.configure': _all, ...rest } = role.permissions;
    const permissions = { ...rest, ...(scope ? { 'roles.configure': scope } : {}) };
    await expect(act(workspace, (ctx) => changeRole(ctx, role.id, { permissions }))).rejects.toMatchObject(last);
    expect(await workspace.read(owner, (ctx) => previewRole(ctx, role.id, permissions))).toMatchObject({
      leavesNobody: true,
    });
  }
  const agent = await workspace.read(null, (ctx) => roleOfDesk(ctx, 'agent'));
  await expect(act(workspace, (ctx) => giveRoles(ctx, owner.id ?? '', [agent]))).rejects.toMatchObject(last);
  await expect(act(workspace, (ctx) => removeRole(ctx, role.id))).rejects.toMatchObject({ status: 409 });
  await expect(workspace.act(null, (ctx) => deactivateTeammate(ctx, owner.id ?? ''))).rejects.toMatchObject(last);
});

test('two who take each other’s rights at once leave one who has them', async () => {
  const workspace = await world().newWorkspace();
  const other = await workspace.teammate('administrator');
  const agent = await workspace.read(null, (ctx) => roleOfDesk(ctx, 'agent'));
  const both = await Promise.allSettled([
    act(workspace, (ctx) => giveRoles(ctx, other.id, [agent])),
    workspace.act(other, (ctx) => giveRoles(ctx, workspace.owner.id ?? '', [agent])),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('whoever may invite gets no link to more than they may: not by a new one, and not by one whose person rose since', async () => {
  const workspace = await world().newWorkspace();
  const [agent, all] = await workspace.read(null, async (ctx) => [
    await roleOfDesk(ctx, 'agent'),
    await roleOfDesk(ctx, 'administrator'),
  ]);
  // may do all that an agent may, and invite
  const before = await workspace.teammate('agent');
  const inviting = await copied(workspace, 'agent', 'Inviting');
  await act(workspace, (ctx) =>
    changeRole(ctx, inviting.id, { permissions: { ...inviting.permissions, 'roles.configure': 'all' } }),
  );
  await act(workspace, (ctx) => giveRoles(ctx, before.id, [inviting.id]));
  const lesser = await workspace.refresh(before);
  const invited = (roleId: string) => ({
    name: 'Newcomer',
    address: `${newId()}@rapport.example`,
    roleIds: [roleId] as never,
    locale: 'en',
    zone: 'UTC',
  });
  const { teammate: above } = await act(workspace, (ctx) => inviteTeammate(ctx, invited(all)));
  const invite = (verb: (ctx: Ctx, id: string) => Promise<unknown>) =>
    workspace.act(lesser, (ctx) => verb(ctx, above.id));
  await expect(invite(renewInvitation)).rejects.toMatchObject({ code: 'identity/more-than-yours' });
  await expect(invite(revokeInvitation)).rejects.toMatchObject({ code: 'identity/takes-more-than-yours' });

  const { teammate, token } = await workspace.act(lesser, (ctx) => inviteTeammate(ctx, invited(agent)));
  expect((await openInvitation(world().tools, token)).teammate.id).toBe(teammate.id);
  await act(workspace, (ctx) => giveRoles(ctx, teammate.id, [agent, all]));
  await expect(openInvitation(world().tools, token)).rejects.toMatchObject({ code: 'identity/no-such-invitation' });
  const renewed = await act(workspace, (ctx) => renewInvitation(ctx, teammate.id));
  expect((await openInvitation(world().tools, renewed.token)).teammate.id).toBe(teammate.id);
});

test('whoever may give roles gives nobody, by any path, what they do not have themselves', async () => {
  const workspace = await world().newWorkspace();
  const names = world().house.permissions.map(({ name }) => name);
  const rights: fc.Arbitrary<Rights> = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...scopes), {
    maxKeys: 12,
  });
  const ways = Object.keys(attempts) as (keyof typeof attempts)[];
  const paths = fc.constantFrom(...ways);
  // of each way one that has to be refused and one that has not, beside what chance makes
  const one: Rights = { 'views.export': 'all' };
  const examples = ways.flatMap((way): [Rights, Rights, Rights, typeof way][] => [
    [{}, {}, one, way],
    [one, {}, one, way],
  ]);
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(rights, rights, rights, paths, async (own, old, wanted, path) => {
      const giver: Actor = {
        ...workspace.owner,
        permissions: new Map([...Object.entries(own), ['roles.configure', 'all']] as [string, Scope][]),
      };
      const place = await scene(workspace, old, wanted);
      const before = await effective(workspace);
      const result = await attempts[path](workspace, giver, place, wanted).then(
        () => 'done',
        () => 'refused',
      );
      seen.add(`${path} ${result}`);
      for (const [id, now] of await effective(workspace)) {
        const was = before.get(id) ?? {};
        const gained = Object.entries(now).filter(
          ([name, scope]) => scopes.indexOf(scope) > scopes.indexOf(was[name] as Scope),
        );
        expect(covers(giver, Object.fromEntries(gained)), `${path}: ${JSON.stringify(gained)}`).toBe(true);
      }
    }),
    { numRuns: 60, examples },
  );
  // each path was both taken and refused: the test would see a hole in any of them
  for (const way of ways)
    expect([...seen].filter((result) => result.startsWith(`${way} `)).toSorted()).toEqual([
      `${way} done`,
      `${way} refused`,
    ]);
}, 180_000);

interface Place {
  readonly role: RoleView;
  readonly teammateId: string;
  /** A role that allows exactly what is wanted, made by us: for the paths that give what is there. */
  readonly ready: RoleView;
}

/** A role as it was, somebody who has it, and one that nobody has. */
async function scene(workspace: Workspace, permissions: Rights, wanted: Rights): Promise<Place> {
  const [role, ready] = [await roleOf(workspace, permissions), await roleOf(workspace, wanted)];
  const { id } = await workspace.teammate('agent', { inTeam: false });
  await workspace.act(null, (ctx) => giveRoles(ctx, id, [role.id]));
  return { role, ready, teammateId: id };
}

async function roleOf(workspace: Workspace, permissions: Rights): Promise<RoleView> {
  const role = await copied(workspace, 'agent', `Role ${newId()}`);
  return workspace.act(null, (ctx) => changeRole(ctx, role.id, { permissions }));
}

const attempts = {
  async change(workspace: Workspace, giver: Actor, { role }: Place, wanted: Rights) {
    await workspace.act(giver, (ctx) => changeRole(ctx, role.id, { permissions: wanted }));
  },
  async copy(workspace: Workspace, giver: Actor, { role, teammateId, ready }: Place) {
    const id = newId() as RoleView['id'];
    await workspace.act(giver, (ctx) => copyRole(ctx, ready.id, { id, name: `Copy ${id}` }));
    await workspace.act(giver, (ctx) => giveRoles(ctx, teammateId, [role.id, id]));
  },
  async give(workspace: Workspace, giver: Actor, { role, teammateId, ready }: Place) {
    // beside the role they have: what is taken is asked elsewhere
    await workspace.act(giver, (ctx) => giveRoles(ctx, teammateId, [role.id, ready.id]));
  },
  async giveOneself(workspace: Workspace, giver: Actor, { ready }: Place) {
    const administrator = await workspace.read(null, (ctx) => roleOfDesk(ctx, 'administrator'));
    await workspace.act(giver, (ctx) => giveRoles(ctx, giver.id ?? '', [administrator, ready.id]));
  },
  async invite(workspace: Workspace, giver: Actor, { ready }: Place) {
    const invited = {
      name: 'Newcomer',
      address: `${newId()}@rapport.example`,
      roleIds: [ready.id],
      locale: 'en',
      zone: 'UTC',
    };
    await workspace.act(giver, (ctx) => inviteTeammate(ctx, invited as never));
  },
  async service(workspace: Workspace, giver: Actor, _place: Place, wanted: Rights) {
    const key = { name: 'Service', permissions: wanted, isService: true, expiresInDays: 1 };
    const tools = world().tools;
    await tools.transact({ workspaceId: workspace.id, actor: giver, via: 'console' }, (ctx) => makeApiKey(ctx, key));
  },
};

/** What everybody, and every service, may do today. */
async function effective(workspace: Workspace): Promise<ReadonlyMap<string, Rights>> {
  const { rows } = await world().database.pool.query<{ id: string; permissions: Rights }>(
    `select given.teammate_id as id, roles.permissions from teammate_roles given
       join roles on roles.workspace_id = given.workspace_id and roles.id = given.role_id
       where given.workspace_id = $1
     union all select id, permissions from api_keys where workspace_id = $1`,
    [workspace.id],
  );
  const all = new Map<string, Rights>();
  for (const { id, permissions } of rows) {
    const known = all.get(id) ?? {};
    for (const [name, scope] of Object.entries(permissions))
      if (scopes.indexOf(scope) > scopes.indexOf(known[name] as Scope)) known[name] = scope;
    all.set(id, known);
  }
  return all;
}

function act<T>(workspace: Workspace, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  return workspace.act(workspace.owner, verb);
}

async function copied(workspace: Workspace, desk: string, name: string): Promise<RoleView> {
  const from = await workspace.read(null, (ctx) => roleOfDesk(ctx, desk));
  return workspace.act(workspace.owner, (ctx) => copyRole(ctx, from, { id: newId() as RoleView['id'], name }));
}
