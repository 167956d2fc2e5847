import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { writeSetting } from '#domains/identity';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import type { AuditView } from './contract.ts';
import { listAudit } from './list-audit.ts';

const world = useWorld();

test('things in a change go by their names, those that a reader may not see by none, and codes by what they mean', async () => {
  const workspace = await world().newWorkspace();
  const anna = await workspace.teammate('agent', { name: 'Anna Agent' });
  const second = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Lumo' }));
  await workspace.act(workspace.owner, (ctx) => writeSetting(ctx, 'conversations.reason-to-close', [second.id]));
  await workspace.act(workspace.owner, async (ctx) => {
    ctx.audit({ action: 'brand.served', objectKind: 'brand', objectId: second.id, after: { teammateId: anna.id } });
  });
  const read = async (actor: Actor) => (await workspace.read(actor, (ctx) => listAudit(ctx, { limit: 50 }))).rows;
  const of = (rows: readonly AuditView[], action: string) => rows.find((row) => row.action === action);
  const seen = await read(workspace.owner);
  expect(of(seen, 'brand.served')?.names).toEqual({ [anna.id]: 'Anna Agent', [second.id]: 'Lumo' });
  expect(of(seen, 'setting.changed')?.names).toEqual({ [second.id]: 'Lumo' });
  expect(of(seen, 'setting.changed')?.says['conversations.reason-to-close']).toContain('closed only with a reason');
  const ofOne: Actor = { ...workspace.owner, brandIds: new Set([workspace.brandId]) };
  expect(of(await read(ofOne), 'setting.changed')?.names).toEqual({});
});
