import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import { hoursOfBrand, setBrandHours } from './brand-hours.ts';
import { CalendarId } from './contract.ts';
import { add } from './keep-calendar.ts';

const world = useWorld();

test('a brand is served in its own hours where it has some, in the standard ones else, and the log tells', async () => {
  const workspace = await world().newWorkspace();
  const second = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Lumo' }));
  const id = CalendarId.parse(newId());
  const weekly = { '6': [{ open: '10:00', close: '14:00' }] };
  await workspace.act(workspace.owner, (ctx) => add(ctx, { id, name: 'Saturdays', zone: 'UTC', weekly, days: {} }));
  const nameFor = (brandId: string) => workspace.read(null, async (ctx) => (await hoursOfBrand(ctx, brandId)).name);
  expect([await nameFor(workspace.brandId), await nameFor(second.id)]).toEqual(['Office hours', 'Office hours']);

  const view = await workspace.act(workspace.owner, (ctx) => setBrandHours(ctx, second.id, id));
  expect(view.brandIds).toEqual([second.id]);
  expect([await nameFor(workspace.brandId), await nameFor(second.id)]).toEqual(['Office hours', 'Saturdays']);

  await workspace.act(workspace.owner, (ctx) => setBrandHours(ctx, second.id, null));
  expect(await nameFor(second.id)).toBe('Office hours');
  const { rows } = await world().database.pool.query(
    `select object_name from audit_log where workspace_id = $1 and action = 'brand.hours-set'`,
    [workspace.id],
  );
  expect(rows.map((row) => row.object_name)).toEqual(['Lumo', 'Lumo']);
});

test('nobody sets the hours of a brand they do not serve, nor without the permission', async () => {
  const workspace = await world().newWorkspace();
  const second = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Lumo' }));
  const elsewhere: Actor = { ...workspace.owner, brandIds: new Set([workspace.brandId]) };
  await expect(workspace.act(elsewhere, (ctx) => setBrandHours(ctx, second.id, null))).rejects.toMatchObject({
    status: 404,
  });
  const agent = await workspace.teammate('agent');
  await expect(workspace.act(agent, (ctx) => setBrandHours(ctx, workspace.brandId, null))).rejects.toMatchObject({
    status: 403,
  });
});
