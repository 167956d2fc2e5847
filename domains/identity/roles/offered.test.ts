import { expect, test } from 'vitest';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../../tests/support/world.ts';
import { roleOfDesk } from '../built-in-roles.ts';
import { deactivateTeammate } from '../deactivate-teammate.ts';
import { giveRoles } from '../give-roles.ts';
import { listTeammates } from '../list-teammates.ts';
import { listRoles } from './role-queries.ts';

const world = useWorld();

test('what would be refused is offered nowhere: no role above one’s own to give, nobody above to shut out', async () => {
  const workspace = await world().newWorkspace();
  const above = await workspace.teammate('administrator');
  const { id, permissions } = await workspace.teammate('agent');
  const roleOf = (desk: string) => workspace.read(null, (ctx) => roleOfDesk(ctx, desk));
  // may do all that an agent may, and give roles
  const lesser: Actor = { ...workspace.owner, permissions: new Map([...permissions, ['roles.configure', 'all']]) };
  const canOf = async (actor: Actor, who: string) =>
    (await workspace.read(actor, (ctx) => listTeammates(ctx, { limit: 50 }))).rows.find((one) => one.id === who)?.can;
  expect(await canOf(lesser, above.id)).toEqual(['give-roles']);
  expect(await canOf(lesser, id)).toEqual(['give-roles', 'deactivate']);
  expect(await canOf(above, id)).toEqual(['give-roles', 'deactivate']);
  const offered = await workspace.read(lesser, listRoles);
  const administrator = await roleOf('administrator');
  const agent = await roleOf('agent');
  expect(offered.find((one) => one.id === administrator)?.can).toEqual([]);
  expect(offered.find((one) => one.id === agent)?.can).toEqual(['give']);
});

test('whoever may give roles takes none that allows more than they may, and shuts nobody out who has one', async () => {
  const workspace = await world().newWorkspace();
  const { id } = await workspace.teammate('administrator');
  const agent = await workspace.read(null, (ctx) => roleOfDesk(ctx, 'agent'));
  await workspace.act(workspace.owner, async (ctx) =>
    giveRoles(ctx, id, [await roleOfDesk(ctx, 'administrator'), agent]),
  );
  const all = await workspace.read(null, (ctx) => roleOfDesk(ctx, 'administrator'));
  // may do all that an agent may, and give roles
  const { permissions } = await workspace.teammate('agent');
  const lesser: Actor = { ...workspace.owner, permissions: new Map([...permissions, ['roles.configure', 'all']]) };
  const refused = { code: 'identity/takes-more-than-yours', status: 403 };
  await expect(workspace.act(lesser, (ctx) => giveRoles(ctx, id, [agent]))).rejects.toMatchObject(refused);
  await expect(workspace.act(lesser, (ctx) => deactivateTeammate(ctx, id))).rejects.toMatchObject(refused);
  expect((await workspace.act(lesser, (ctx) => giveRoles(ctx, id, [all]))).roles.map((role) => role.id)).toEqual([all]);
  await workspace.act(workspace.owner, (ctx) => giveRoles(ctx, id, [agent]));
  expect((await workspace.act(lesser, (ctx) => deactivateTeammate(ctx, id))).deactivatedAt).not.toBeNull();
});
