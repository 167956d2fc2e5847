import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Ctx } from '#platform/ctx';
import { useWorld } from '../../../tests/support/world.ts';
import { changeCustomer } from '../change-customer.ts';
import { makeCompany } from '../companies.ts';
import { recordConsent } from '../consent.ts';
import type { SegmentCondition, SegmentFilter } from '../contract.ts';
import { makeField } from '../fields.ts';
import { findOrMakeCustomer } from '../find-or-make-customer.ts';
import { listCustomers } from '../list-customers.ts';
import { beginMembership } from '../memberships.ts';
import { mergeCustomers } from '../merge-customers.ts';
import { countSegment } from './count-segment.ts';
import { exportSegment } from './export-segment.ts';
import { readSegmentFilter } from './read-filter.ts';
import { changeSegment, listSegments, makeSegment, removeSegment, segmentById } from './segments.ts';
import { noteContact, setOrders } from './sums.ts';
import { tagsInUse } from './tags.ts';

const world = useWorld();
const today = new Date('2026-11-16T09:00:00Z');
const daysAgo = (days: number): Date => new Date(today.getTime() - days * 86_400_000);
const all = (...of: SegmentFilter['of']): SegmentFilter => ({ match: 'all', of });
const any = (...of: SegmentCondition[]) => ({ match: 'any' as const, of });

/** Ann buys, agreed and works at Alba; Bob was heard of long ago; Cleo is new. */
async function threeCustomers() {
  const workspace = await world().newWorkspace();
  const { owner, brandId } = workspace;
  const act = <T>(verb: (ctx: Ctx) => Promise<T>): Promise<T> => workspace.act(owner, verb, today);
  const make = (name: string, at: Date) =>
    act(async (ctx) => {
      const value = `${name.toLowerCase()}@mail.example`;
      return (await findOrMakeCustomer(ctx, { brandId, kind: 'address', value, name, at })).customerId;
    });
  const [ann, bob, cleo] = [
    await make('Ann', daysAgo(400)),
    await make('Bob', daysAgo(300)),
    await make('Cleo', daysAgo(1)),
  ];
  const field = await act((ctx) =>
    makeField(ctx, {
      kind: 'customer',
      name: 'Plan',
      type: 'text',
      brandId: null,
      choices: [],
      currency: null,
      isRequired: false,
      shownWhen: null,
      requiredWhen: null,
      position: 0,
    }),
  );
  const alba = await act((ctx) => makeCompany(ctx, { brandId, name: 'Alba', domains: [] }));
  await act(async (ctx) => {
    await changeCustomer(ctx, ann, { tags: ['VIP', 'Nordic', 'VIP'], locale: 'sv-SE', custom: { [field.id]: 'gold' } });
    await beginMembership(ctx, ann, alba.id, { role: null, isPrimary: true });
    await noteContact(ctx, ann, daysAgo(2));
    await setOrders(ctx, ann, { count: 5, lastAt: daysAgo(10) });
    await noteContact(ctx, bob, daysAgo(200));
    await setOrders(ctx, bob, { count: 1, lastAt: daysAgo(250) });
    await recordConsent(ctx, ann, {
      id: newId(),
      purpose: 'marketing',
      medium: 'mail',
      state: 'given',
      source: 'form',
      evidence: '',
    });
  });
  const names = async (filter: SegmentFilter): Promise<string> => {
    const { rows } = await workspace.read(owner, (ctx) => listCustomers({ ...ctx, now: today }, { filter, limit: 10 }));
    expect(await workspace.read(owner, (ctx) => countSegment({ ...ctx, now: today }, filter))).toBe(rows.length);
    return rows
      .map(({ name }) => name)
      .toSorted()
      .join(' ');
  };
  return { workspace, owner, act, names, ann, bob, cleo, field: field.id, alba: alba.id, brandId };
}

test('each condition finds who it is about, and its opposite all others', async () => {
  const { names, field, alba, brandId } = await threeCustomers();
  const cases: readonly [SegmentCondition, string][] = [
    [{ field: 'tag', op: 'is', values: ['VIP', 'other'] }, 'Ann'],
    [{ field: 'tag', op: 'is-not', values: ['VIP'] }, 'Bob Cleo'],
    [{ field: 'language', op: 'is', values: ['sv'] }, 'Ann'],
    [{ field: 'brand', op: 'is', values: [brandId] }, 'Ann Bob Cleo'],
    [{ field: 'company', op: 'is', values: [alba] }, 'Ann'],
    [{ field: 'company', op: 'is', values: ['none'] }, 'Bob Cleo'],
    [{ field: 'company', op: 'is-not', values: [alba] }, 'Bob Cleo'],
    [{ field: 'custom', fieldId: field, op: 'is', values: ['gold'] }, 'Ann'],
    [{ field: 'custom', fieldId: field, op: 'is-not', values: ['gold'] }, 'Bob Cleo'],
    [{ field: 'first-seen', op: 'within-last', days: 30 }, 'Cleo'],
    [{ field: 'first-seen', op: 'before', at: daysAgo(350).toISOString() }, 'Ann'],
    [{ field: 'last-contact', op: 'within-last', days: 30 }, 'Ann'],
    [{ field: 'last-contact', op: 'longer-ago', days: 90 }, 'Bob'],
    [{ field: 'last-contact', op: 'is-not-set' }, 'Cleo'],
    [{ field: 'last-order', op: 'is-set' }, 'Ann Bob'],
    [{ field: 'orders', op: 'at-least', count: 2 }, 'Ann'],
    [{ field: 'orders', op: 'at-least', count: 0 }, 'Ann Bob Cleo'],
    [{ field: 'orders', op: 'at-most', count: 1 }, 'Bob Cleo'],
    [{ field: 'consent', op: 'is', purpose: 'marketing', medium: 'mail' }, 'Ann'],
    [{ field: 'consent', op: 'is-not', purpose: 'marketing', medium: 'mail' }, 'Bob Cleo'],
  ];
  for (const [condition, found] of cases) expect(await names(all(condition)), JSON.stringify(condition)).toBe(found);
  const bought = { field: 'orders', op: 'at-least', count: 1 } as const;
  const isNew = { field: 'first-seen', op: 'within-last', days: 30 } as const;
  const quiet = { field: 'last-contact', op: 'longer-ago', days: 90 } as const;
  expect(await names(all(any(bought, isNew), { field: 'tag', op: 'is-not', values: ['VIP'] }))).toBe('Bob Cleo');
  expect(await names(all(bought, any(quiet, isNew)))).toBe('Bob');
  expect(await names(all())).toBe('Ann Bob Cleo');
});

test('tags of the visible are offered; who stays of a merge has the tags, orders and contacts of both', async () => {
  const { workspace, owner, act, names, ann, bob } = await threeCustomers();
  expect(await workspace.read(owner, tagsInUse)).toEqual(['Nordic', 'VIP']);
  await act((ctx) => mergeCustomers(ctx, bob, ann, { take: ['tags'] }));
  expect(await names(all({ field: 'tag', op: 'is', values: ['VIP'] }))).toBe('Bob');
  expect(await names(all({ field: 'orders', op: 'at-least', count: 6 }))).toBe('Bob');
  expect(await names(all({ field: 'last-contact', op: 'within-last', days: 30 }))).toBe('Bob');
  expect(await names(all({ field: 'consent', op: 'is', purpose: 'marketing', medium: 'mail' }))).toBe('Bob');
});

test('a segment is its owner’s until it is shared, is changed by who may, and is gone when removed', async () => {
  const { workspace, owner, act } = await threeCustomers();
  const id = newId();
  const filter = all({ field: 'tag', op: 'is', values: ['VIP'] });
  await act((ctx) => makeSegment(ctx, { id, name: 'Best', isShared: false, filter }));
  await act((ctx) => makeSegment(ctx, { id, name: 'Best', isShared: false, filter }));
  const agent = await workspace.teammate('agent');
  const seen = () => workspace.read(agent, listSegments);
  expect(await seen()).toEqual([]);
  await act((ctx) => changeSegment(ctx, id, { name: 'Best of all', isShared: true, filter }));
  expect((await seen()).map(({ name, can }) => [name, can])).toEqual([['Best of all', []]]);
  const change = workspace.act(agent, (ctx) => changeSegment(ctx, id, { name: 'Mine now', isShared: true, filter }));
  await expect(change).rejects.toMatchObject({ code: 'customers/may-not-change-segment' });
  const share = workspace.act(agent, (ctx) => makeSegment(ctx, { id: newId(), name: 'X', isShared: true, filter }));
  await expect(share).rejects.toMatchObject({ code: 'customers/may-not-share-segment' });
  await act((ctx) => removeSegment(ctx, id));
  await expect(workspace.read(owner, (ctx) => segmentById(ctx, id))).rejects.toMatchObject({ status: 404 });
});

test('what is no filter is refused in words', () => {
  expect(() => readSegmentFilter('{')).toThrow();
  expect(() => readSegmentFilter(JSON.stringify(all({ field: 'first-seen', op: 'within-last' })))).toThrow();
  const many = { match: 'all', of: Array.from({ length: 20 }, () => any(...three)) };
  expect(() => readSegmentFilter(JSON.stringify(many))).toThrow();
});
const three = Array.from({ length: 3 }, () => ({ field: 'orders', op: 'at-least', count: 1 }) as const);

test('who serves another brand finds no number, no tag and no line of these customers; to take them out is a right of its own', async () => {
  const { workspace, owner, act, brandId } = await threeCustomers();
  const everybody = all();
  const neighbour = { ...owner, brandIds: new Set([newId()]) };
  expect(await workspace.read(owner, (ctx) => countSegment(ctx, everybody))).toBe(3);
  expect(await workspace.read(neighbour, (ctx) => countSegment(ctx, everybody))).toBe(0);
  expect((await workspace.read(owner, tagsInUse)).length).toBeGreaterThan(0);
  expect(await workspace.read(neighbour, tagsInUse)).toEqual([]);

  const segment = { id: newId(), name: 'All', isShared: true, brandId, filter: everybody };
  await act((ctx) => makeSegment(ctx, segment));
  const linesFor = async (actor: typeof owner): Promise<number> => {
    const { bytes } = await exportSegment(world().tools, segment.id, { workspaceId: workspace.id, actor });
    let text = '';
    for await (const part of bytes as AsyncIterable<unknown>) text += String(part);
    return text.trim().split('\n').length - 1;
  };
  expect(await linesFor(owner)).toBe(3);
  const without = new Map([...owner.permissions].filter(([name]) => name !== 'customers.export'));
  expect(await linesFor({ ...owner, permissions: without }).catch(({ status }: { status: number }) => status)).not.toBe(
    3,
  );
});
