import * as z from 'zod';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { id, route } from '#platform/contract';
import { answer, gather, type Tools } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import { notFound } from '#platform/problem';
import { readConfig } from '#platform/config';
import { createClient, Refusal } from './index.ts';

const WishId = id('Wish');
const wishes = {
  list: route({
    method: 'GET',
    path: '/api/wishes',
    summary: 'All.',
    access: 'public',
    query: z.object({ kind: z.array(z.string()).or(z.string()).optional(), limit: z.coerce.number().default(50) }),
    reply: z.object({ kinds: z.array(z.string()), limit: z.number() }),
  }),
  change: route({
    method: 'PUT',
    path: '/api/wishes/:id',
    summary: 'Change.',
    access: 'public',
    params: z.object({ id: WishId }),
    body: z.object({ text: z.string().min(2) }),
    reply: z.object({ id: WishId, text: z.string() }),
  }),
  drop: route({
    method: 'DELETE',
    path: '/api/wishes/:id',
    summary: 'Drop.',
    access: 'public',
    params: z.object({ id: WishId }),
    reply: z.void(),
  }),
  none: route({ method: 'GET', path: '/api/none', summary: 'None.', access: 'public', reply: z.object({}) }),
};
const wishId = WishId.parse('019aa0c2-5f00-7000-8000-000000000001');
let server: Server;
let baseUrl: string;

beforeAll(async () => {
  const domain = {
    name: 'wishes',
    needs: [],
    routes: [
      answer(wishes.list, async (_ctx, { query }) => ({ kinds: [query.kind ?? []].flat(), limit: query.limit })),
      answer(wishes.change, async (_ctx, { params, body }) => ({ id: params.id, text: body.text })),
      answer(wishes.drop, async () => undefined),
      answer(wishes.none, async () => {
        throw notFound();
      }),
    ],
  };
  const house = gather([domain], []);
  const run = async (_who: unknown, verb: (ctx: unknown) => unknown): Promise<unknown> => verb({});
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const tools = { config: readConfig({}), house, log, read: run, transact: run } as unknown as Tools;
  server = await createServer({ house, tools, authenticate: async () => null });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  baseUrl = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

test('a call is typed by its contract, and gives what the contract says', async () => {
  const client = createClient({ baseUrl, checksReplies: true });
  const changed = await client.call(wishes.change, { params: { id: wishId }, body: { text: 'A pole' } });
  expectTypeOf(changed.text).toEqualTypeOf<string>();
  expect(changed).toEqual({ id: wishId, text: 'A pole' });
  expect(await client.call(wishes.list)).toEqual({ kinds: [], limit: 50 });
  expect(await client.call(wishes.list, { query: { kind: ['small', 'a&b'], limit: 3 } })).toEqual({
    kinds: ['small', 'a&b'],
    limit: 3,
  });
  expect(await client.call(wishes.drop, { params: { id: wishId } })).toBeUndefined();
});

test('a refusal is thrown in the words of the server', async () => {
  const client = createClient({ baseUrl });
  const refused = await client.call(wishes.none).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ message: 'There is nothing here', problem: { code: 'not-found', status: 404 } });
  const invalid = await client
    .call(wishes.change, { params: { id: wishId }, body: { text: 'A' } })
    .catch((error: unknown) => error);
  expect(invalid).toMatchObject({ problem: { status: 422, fields: [{ path: 'body.text' }] } });
});

test('who cannot be reached, answers no JSON, or answers what was not agreed, is told apart', async () => {
  const give = (response: () => Response) => createClient({ fetch: async () => response(), checksReplies: true });
  const nobody = createClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
  expect(await nobody.call(wishes.none).catch((error: unknown) => error)).toMatchObject({ isUnreachable: true });
  expect(
    await give(() => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }))
      .call(wishes.none)
      .catch((error: unknown) => error),
  ).toMatchObject({
    problem: { code: 'http/502', title: 'Bad Gateway' },
  });
  await expect(give(() => Response.json({ kinds: 'small' })).call(wishes.list)).rejects.toBeInstanceOf(z.ZodError);
});
