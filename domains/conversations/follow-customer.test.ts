import { expect, test } from 'vitest';
import { changeCustomer, findOrMakeCustomer, mergeCustomers, unmergeCustomers } from '#domains/customers';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { list } from './index.ts';

const world = useWorld();
const at = new Date('2026-11-16T09:00:00Z');

test('two records become one person, and one person two again: their conversations follow', async () => {
  const { workspace, mail } = await openDesk(world());
  const first = await mail({ subject: 'By her address', at });
  const [maya, other] = await workspace.act(null, async (ctx) => {
    const of = (value: string) =>
      findOrMakeCustomer(ctx, { brandId: workspace.brandId, kind: 'address', value, name: 'Maya', at });
    const owner = await ctx.db
      .selectFrom('conversations')
      .select('customer_id')
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', first.conversationId)
      .executeTakeFirstOrThrow();
    return [owner.customer_id, (await of(`maya-${newId()}@work.example`)).customerId] as const;
  });
  const subjectsOf = async (customerId: string): Promise<string[]> =>
    (
      await workspace.read(workspace.owner, (ctx) =>
        list(ctx, { box: 'customer', customerId, order: 'newest', limit: 10 }),
      )
    ).rows.map(({ subject }) => subject);

  await workspace.act(workspace.owner, (ctx) => mergeCustomers(ctx, other, maya));
  expect(await subjectsOf(other)).toEqual(['By her address']);
  expect(await subjectsOf(maya)).toEqual([]);

  const merge = await workspace.read(null, (ctx) =>
    ctx.db
      .selectFrom('customer_merges')
      .select('id')
      .where('workspace_id', '=', workspace.id)
      .where('kept_id', '=', other)
      .executeTakeFirstOrThrow(),
  );
  await workspace.act(workspace.owner, (ctx) => unmergeCustomers(ctx, other, merge.id));
  expect(await subjectsOf(maya)).toEqual(['By her address']);
  expect(await subjectsOf(other)).toEqual([]);
});

test('a customer who is called otherwise is so in the lists, and who loses the name is called as before', async () => {
  const { workspace, mail } = await openDesk(world());
  const { conversationId } = await mail({ subject: 'From somebody', at });
  const row = async () =>
    (await workspace.read(workspace.owner, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }))).rows.find(
      ({ id }) => id === conversationId,
    );
  const before = await row();
  const customerId = before?.customer.id ?? '';
  await workspace.act(workspace.owner, (ctx) => changeCustomer(ctx, customerId, { name: 'Maya Lind-Holm' }));
  await world().runJobs();
  const named = await row();
  expect(named?.customer.name).toBe('Maya Lind-Holm');
  expect(named?.version).toBeGreaterThan(before?.version ?? 0);
  await workspace.act(workspace.owner, (ctx) => changeCustomer(ctx, customerId, { name: '' }));
  await world().runJobs();
  expect((await row())?.customer.name).toBe('Maya Lind-Holm');
});
