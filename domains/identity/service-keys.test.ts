import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { httpBrowser } from '../../tests/support/http-browser.ts';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { listApiKeys, makeApiKey } from './api-keys.ts';
import { forgetSessions } from './authenticate.ts';

const world = useWorld();

test('a service key goes no further than its maker today: by roles, by brands, and not at all when they left', async () => {
  const { workspace, inRoles, opens, brands, left, lumoId } = await aService();
  expect((await opens('/api/settings')).status).toBe(200);
  expect(await brands()).toEqual(expect.arrayContaining([workspace.brandId, lumoId]));

  await inRoles({ 'settings.read': 'all', 'brands.read': 'team' });
  expect(await brands()).toEqual([workspace.brandId]);
  await inRoles({ 'brands.read': 'all' });
  expect((await opens('/api/settings')).status).toBe(403);
  await inRoles({ 'settings.read': 'all', 'brands.read': 'all' });
  expect((await opens('/api/settings')).status).toBe(200);
  expect(await brands()).toContain(lumoId);

  await left(new Date());
  expect((await opens('/api/settings')).status).toBe(401);
  const shown = await workspace.read(workspace.owner, (ctx) => listApiKeys(ctx, { limit: 10, all: true }));
  expect(shown.rows.map(({ isLeft }) => isLeft)).toEqual([true]);
  await left(null);
  expect((await opens('/api/settings')).status).toBe(200);
});

test('a service key ends on its day', async () => {
  const { opens, keyId } = await aService();
  expect((await opens('/api/settings')).status).toBe(200);
  await world().database.pool.query(`update api_keys set expires_at = now() - interval '1 second' where id = $1`, [
    keyId,
  ]);
  expect((await opens('/api/settings')).status).toBe(401);
});

/** A service that an administrator of two brands made, and what can happen to who made it. */
async function aService() {
  const workspace: Workspace = await world().newWorkspace();
  const maker = await workspace.teammate('administrator');
  const lumo = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Lumo' }));
  const wish = {
    name: 'Shop',
    isService: true,
    expiresInDays: 1,
    permissions: { 'settings.read': 'all', 'brands.read': 'all' },
  } as const;
  const who = { workspaceId: workspace.id, actor: await workspace.refresh(maker), via: 'console' } as const;
  const { key, view } = await world().tools.transact(who, (ctx) => makeApiKey(ctx, wish));
  const program = await httpBrowser(world());
  const opens = async (path: string) => {
    forgetSessions();
    return program.ask('GET', path, undefined, { authorization: `Bearer ${key}` });
  };
  return {
    workspace,
    keyId: view.id,
    lumoId: lumo.id as string,
    opens,
    brands: async () => ((await opens('/api/brands')).body as { rows: { id: string }[] }).rows.map(({ id }) => id),
    inRoles: (permissions: Record<string, string>) =>
      world().database.pool.query(
        `update roles set permissions = $3 where workspace_id = $1 and id in
           (select role_id from teammate_roles where workspace_id = $1 and teammate_id = $2)`,
        [workspace.id, maker.id, JSON.stringify(permissions)],
      ),
    left: (at: Date | null) =>
      world().database.pool.query(`update teammates set deactivated_at = $3 where workspace_id = $1 and id = $2`, [
        workspace.id,
        maker.id,
        at,
      ]),
  };
}
