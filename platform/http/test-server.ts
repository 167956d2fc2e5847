import * as z from 'zod';
import { readConfig } from '#platform/config';
import { id, route } from '#platform/contract';
import { answer, type Domain, gather, type Log, type Tools } from '#platform/domain';
import { systemActor } from '#platform/policy';
import { notFound } from '#platform/problem';
import { createServer, type Server, type Session } from './create-server.ts';

const WishId = id('Wish');
const Wish = z.object({ id: WishId, text: z.string(), madeAt: z.iso.datetime(), price: z.int().nullable() });

/** Routes of every sort, without a domain behind them. */
export const toyRoutes = {
  list: route({
    method: 'GET',
    path: '/api/wishes',
    summary: 'What is wished for.',
    access: 'public',
    query: z.object({
      open: z.stringbool().default(true),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      near: z.string().optional(),
    }),
    reply: z.object({ rows: z.array(Wish) }),
  }),
  read: route({
    method: 'GET',
    path: '/api/wishes/:id',
    summary: 'One wish.',
    access: 'signed-in',
    params: z.object({ id: WishId }),
    reply: Wish,
  }),
  change: route({
    method: 'PUT',
    path: '/api/wishes/:id',
    summary: 'Change a <wish>.',
    access: { permission: 'wishes.change' },
    params: z.object({ id: WishId }),
    body: z.object({
      text: z.string().min(1),
      price: z.int().nullable().default(null),
      kind: z.enum(['small', 'large']),
    }),
    reply: Wish,
  }),
  drop: route({
    method: 'DELETE',
    path: '/api/wishes/:id',
    summary: 'Forget a wish.',
    access: 'signed-in',
    params: z.object({ id: WishId }),
    reply: z.void(),
  }),
  file: route({
    method: 'GET',
    path: '/api/wishes/:id/picture',
    summary: 'Its picture.',
    access: 'public',
    params: z.object({ id: WishId }),
    reply: z.unknown(),
    replyIs: 'bytes',
  }),
} as const;

const wish: z.output<typeof Wish> = {
  id: WishId.parse('019aa0c2-5f00-7000-8000-000000000001'),
  text: 'A pole',
  madeAt: '2026-11-17T10:42:00.000Z',
  price: null,
};

const toy: Domain = {
  name: 'wishes',
  needs: [],
  permissions: [{ name: 'wishes.change', says: 'Change wishes' }],
  routes: [
    answer(toyRoutes.list, async (_ctx, { query }) => ({ rows: query.open ? [wish] : [] })),
    answer(toyRoutes.read, async () => wish),
    answer(toyRoutes.change, async (_ctx, { body }) => ({ ...wish, text: body.text, price: body.price })),
    answer(toyRoutes.drop, async () => undefined),
    answer(toyRoutes.file, async () => {
      throw notFound();
    }),
  ],
};

export const toyHouse = gather([toy], []);

/** A server of these routes; `session` is who asks (nobody, when null). Nothing listens and no database is there. */
export async function toyServer(
  options: { session?: Session | null; log?: Log; tools?: Partial<Tools>; env?: Record<string, string> } = {},
): Promise<Server> {
  const log = options.log ?? { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ctx = { actor: systemActor, house: toyHouse };
  const tools = {
    config: readConfig({ PUBLIC_URL: 'https://service.example.com', ...options.env }),
    house: toyHouse,
    log,
    read: async (_who: unknown, verb: (given: unknown) => unknown) => verb(ctx),
    transact: async (_who: unknown, verb: (given: unknown) => unknown) => verb(ctx),
    ...options.tools,
  } as unknown as Tools;
  return createServer({ house: toyHouse, tools, authenticate: async () => options.session ?? null });
}

/** Somebody with these permissions. */
export function somebody(...permissions: string[]): Session {
  const actor = {
    ...systemActor,
    kind: 'teammate',
    id: 'somebody',
    permissions: new Map(permissions.map((name) => [name, 'all'] as const)),
  } as const;
  return { workspaceId: '019aa0c2-5f00-7000-8000-0000000000aa', actor, via: 'console' };
}
