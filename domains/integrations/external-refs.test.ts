import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { externalRefsOf, findByExternalRef, integrations, rememberExternalRef } from './index.ts';

const world = useWorld();
const ticket = { source: 'zammad', type: 'ticket', id: '4711' } as const;

test('an import that runs twice makes nothing twice', async () => {
  const { act, read } = await world().newWorkspace();
  const [first, second] = [newId(), newId()];
  const ref = { ...ticket, objectKind: 'conversation', number: '#31337' } as const;
  expect(await act(null, (ctx) => rememberExternalRef(ctx, { ...ref, objectId: first }))).toMatchObject({
    objectId: first,
    isNew: true,
  });
  expect(await act(null, (ctx) => rememberExternalRef(ctx, { ...ref, objectId: second }))).toMatchObject({
    objectId: first,
    isNew: false,
  });
  expect(await read(null, (ctx) => findByExternalRef(ctx, ticket))).toEqual({
    objectKind: 'conversation',
    objectId: first,
  });
  const elsewhere = await world().newWorkspace();
  expect(await elsewhere.read(null, (ctx) => findByExternalRef(ctx, ticket))).toBeNull();
});

test('erasing a customer forgets what they were called elsewhere', async () => {
  const { act, read } = await world().newWorkspace();
  const customerId = newId();
  await act(null, (ctx) =>
    rememberExternalRef(ctx, {
      source: 'shop',
      type: 'user',
      id: 'maya',
      objectKind: 'customer',
      objectId: customerId,
      raw: { name: 'Maya' },
    }),
  );
  expect(await act(null, (ctx) => integrations.personalData?.erase(ctx, customerId) ?? Promise.resolve({}))).toEqual({
    external_refs: 1,
  });
  expect(await read(null, (ctx) => externalRefsOf(ctx, 'customer', customerId))).toEqual([]);
});
