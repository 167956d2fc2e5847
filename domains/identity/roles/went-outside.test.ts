import { expect, test } from 'vitest';
import { insertServed, openBrand } from '#domains/brands';
import { insertMember } from '#domains/teams';
import { httpBrowser } from '../../../tests/support/http-browser.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { giveRoles } from '../give-roles.ts';
import { inviteTeammate } from '../invite-teammate.ts';
import { roleOfDesk } from '../built-in-roles.ts';

const world = useWorld();

test('a colleague who becomes a client keeps nothing of a colleague, and a client who stays one keeps their brand', async () => {
  const workspace = await world().newWorkspace();
  const first = await workspace.refresh(workspace.owner);
  const other = await workspace.act(first, (ctx) => openBrand(ctx, { name: 'Northwind' }));
  const owner = await workspace.refresh(first);
  const roleIds = async (...desks: string[]) =>
    workspace.act(null, (ctx) => Promise.all(desks.map(async (desk) => (await roleOfDesk(ctx, desk)) as never)));
  const { token, teammate } = await workspace.act(owner, async (ctx) =>
    inviteTeammate(ctx, {
      name: 'Ada Agent',
      address: 'ada@rapport.example',
      roleIds: await roleIds('agent'),
      locale: 'en',
      zone: 'UTC',
    }),
  );
  const browser = await httpBrowser(world());
  await browser.ask('POST', '/api/invitations/acceptance', { token, password: 'three quiet herons' });
  await workspace.act(null, (ctx) => insertServed(ctx, other.id, teammate.id));
  await workspace.act(null, (ctx) => insertMember(ctx, workspace.teamId, teammate.id, true));
  const parts = async () => {
    const { teamIds, brandIds } = await workspace.refresh({ ...owner, id: teammate.id });
    return { teams: teamIds.size, brands: [...brandIds].length };
  };
  expect(await parts()).toEqual({ teams: 1, brands: 2 });
  expect((await browser.ask('GET', '/api/teams')).status).toBe(200);

  // another desk takes nothing
  const give = async (...desks: string[]) => {
    const ids = await roleIds(...desks);
    await workspace.act(owner, (ctx) => giveRoles(ctx, teammate.id, ids));
  };
  await give('agent', 'senior');
  expect(await parts()).toEqual({ teams: 1, brands: 2 });

  await give('client-reader');
  expect(await parts()).toEqual({ teams: 0, brands: 0 });
  expect((await browser.ask('GET', '/api/teams')).status).toBe(401);
  const { rows } = await world().database.pool.query<{ action: string; count: number }>(
    `select action, count(*)::int as count from audit_log where workspace_id = $1 and action in ('team.left', 'brand.left')
     group by action order by action`,
    [workspace.id],
  );
  expect(rows).toEqual([
    { action: 'brand.left', count: 2 },
    { action: 'team.left', count: 1 },
  ]);

  await workspace.act(null, (ctx) => insertServed(ctx, other.id, teammate.id));
  await give('client-viewer');
  expect(await parts()).toEqual({ teams: 0, brands: 1 });
});
