import { expect, test } from 'vitest';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../../tests/support/world.ts';
import { roleOfDesk } from '../built-in-roles.ts';
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
