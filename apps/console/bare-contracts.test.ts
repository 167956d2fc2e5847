import { expect, test } from 'vitest';
import { bare } from './bare-contracts.ts';

test('of a route its method and its path are left, and a schema may be left out', () => {
  const code = `
import * as z from 'zod';
export const ThingId = id('Thing');
const body = { name: z.string() };
export const mostThings = 50;
export const readThing = route({
  method: 'GET',
  path: '/api/things/:id',
  summary: 'One thing.',
  access: { permission: 'things.read' },
  params: z.object({ id: ThingId }),
  reply: z.object(body),
});
`;
  expect(bare(code)).toBe(`
import * as z from 'zod';
export const ThingId = /* @__PURE__ */ (() => (id('Thing')))();
const body = /* @__PURE__ */ (() => ({ name: z.string() }))();
export const mostThings = 50;
export const readThing = ({ method: 'GET', path: '/api/things/:id' });
`);
});
