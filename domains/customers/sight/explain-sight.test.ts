import { expect, test } from 'vitest';
import { insertServed, openBrand } from '#domains/brands';
import { useWorld } from '../../../tests/support/world.ts';
import { findOrMakeCustomer } from '../find-or-make-customer.ts';
import { customerView } from '../views.ts';
import { explainCustomerSight } from './explain-sight.ts';

const world = useWorld();
const at = new Date('2026-11-16T09:00:00Z');

test('why somebody sees a customer is what the policy decides, for every desk and brand', async () => {
  const workspace = await world().newWorkspace();
  const owner = await workspace.refresh(workspace.owner);
  const other = await workspace.act(owner, (ctx) => openBrand(ctx, { name: 'Northwind' }));
  const made = (brandId: string, value: string) =>
    workspace.act(null, (ctx) => findOrMakeCustomer(ctx, { brandId, kind: 'address', value, name: 'Maya', at }));
  const [here, there] = [await made(workspace.brandId, 'a@x.example'), await made(other.id, 'b@x.example')];
  for (const { id: desk } of world().house.desks) {
    const person = await workspace.teammate(desk);
    const actor = await workspace.refresh(person);
    for (const { customerId } of [here, there]) {
      const answer = await workspace.act(owner, (ctx) => explainCustomerSight(ctx, customerId, person.id));
      const view = await workspace.read(actor, (ctx) => customerView(ctx, customerId)).catch(() => null);
      expect(answer.allowed, desk).toBe(view !== null);
      expect(answer.lacks.length === 0, desk).toBe(view !== null);
      const others = view?.can.filter((act) => act !== 'merge' && act !== 'explain-sight');
      expect(answer.may, desk).toEqual(others ?? []);
      expect(answer.roles.length > 0).toBe(!answer.lacks.includes('permission'));
    }
  }
  const person = await workspace.teammate('agent');
  await workspace.act(null, (ctx) => insertServed(ctx, other.id, person.id));
  const asked = await workspace.act(owner, (ctx) => explainCustomerSight(ctx, there.customerId, person.id));
  expect(asked).toMatchObject({ allowed: true, lacks: [] });
  // who may not give roles does not ask, and what the asker does not see is not there for them
  const agent = await workspace.refresh(person);
  await expect(
    workspace.act(agent, (ctx) => explainCustomerSight(ctx, here.customerId, person.id)),
  ).rejects.toMatchObject({ status: 403 });
  await expect(
    workspace.act({ ...owner, brandIds: new Set([workspace.brandId]) }, (ctx) =>
      explainCustomerSight(ctx, there.customerId, person.id),
    ),
  ).rejects.toMatchObject({ status: 404 });
  const { rows } = await world().database.pool.query<{ object_kind: string; object_id: string }>(
    "select object_kind, object_id from audit_log where workspace_id = $1 and action = 'sight.explained' order by occurred_at desc, id desc limit 1",
    [workspace.id],
  );
  expect(rows).toEqual([{ object_kind: 'customer', object_id: there.customerId }]);
});
