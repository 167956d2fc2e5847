import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { createServer, type Server, type Session } from '#platform/http';
import type { AnyRoute } from '#platform/contract';
import { allMighty } from '../stranger/place.ts';
import { useWorld } from '../support/world.ts';
import { addressOf, bodyOf, everyRoute, house } from './every-route.ts';

/** Every door of the house: who may knock, and what may be put through its slot. */
const world = useWorld();
let server: Server;
/** Who knocks at present; null for nobody. */
let session: Session | null = null;
let mighty: Session;
const mistakes: string[] = [];
/** What the database says at present when it is asked; null where it answers. */
let trouble: Error | null = null;
const heard: Headers[] = [];

beforeAll(async () => {
  const workspace = await world().newWorkspace();
  const actor = allMighty(house, workspace.owner.id ?? '', workspace, 'all');
  mighty = { workspaceId: workspace.id, actor, via: 'console' };
  const log = {
    ...world().tools.log,
    error: (facts: Readonly<Record<string, unknown>>) =>
      void mistakes.push(`${String(facts['route'])}: ${String(facts['error'])}`),
  };
  const authenticate = async (headers: Headers) => {
    heard.push(headers);
    return session;
  };
  const { tools } = world();
  const read: typeof tools.read = async (who, verb) => {
    if (trouble) throw trouble;
    return tools.read(who, verb);
  };
  server = await createServer({ house, tools: { ...tools, log, read }, authenticate });
});
afterAll(() => server?.close());

/** Knocks, and says in a word what became of it. */
async function knock(route: AnyRoute, more: { url?: string; query?: Record<string, string>; payload?: object } = {}) {
  const reply = await server.app.inject({ method: route.method, url: addressOf(route), ...more });
  const isProblem = String(reply.headers['content-type'] ?? '').includes('problem');
  return isProblem ? (JSON.parse(reply.body) as { code: string }).code : String(reply.statusCode);
}

/** The permissions that open a route, each of them by itself. */
const opensBy = ({ access }: AnyRoute): readonly string[] =>
  typeof access === 'object' ? [access.permission, ...(access.also ?? [])] : [];

test('no door but the public ones opens to nobody, and none to who holds all but what it asks for', async () => {
  const open: unknown[] = [];
  for (const { name, route } of everyRoute) {
    if (route.access === 'public') continue;
    session = null;
    const asNobody = await knock(route);
    if (asNobody !== 'sign-in-first') open.push({ name, asNobody });
    const lacking = new Map([...mighty.actor.permissions].filter(([held]) => !opensBy(route).includes(held)));
    session = { ...mighty, actor: { ...mighty.actor, permissions: lacking } };
    const without = await knock(route);
    if (opensBy(route).length > 0 && without !== 'may-not') open.push({ name, without });
  }
  expect(open).toEqual([]);
});

/** Puts a word wherever a value holds words, also in the names of fields that are free. */
function poisoned(value: unknown, word: string): unknown {
  if (typeof value === 'string') return word;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, word));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, poisoned(part, word)]));
}

test.each([
  ['the sign of code zero', 'a\u0000b'],
  ['half of a pair', 'a\ud83db'],
])('%s is refused at every slot of every door, and reaches no statement', async (_what, word) => {
  session = mighty;
  mistakes.length = 0;
  const through: unknown[] = [];
  const isZero = word.includes('\u0000');
  for (const each of everyRoute) {
    const { name, route } = each;
    const names = Object.keys((route.query as z.ZodObject | undefined)?.shape ?? {});
    // an address cannot carry half of a pair: what stands for it there is a sign of its own
    if (isZero && route.path.includes(':'))
      through.push({ name, at: 'path', code: await knock(route, { url: route.path.replaceAll(/:\w+/g, 'a%00b') }) });
    if (isZero)
      for (const one of names)
        through.push({ name, at: one, code: await knock(route, { url: `${addressOf(route)}?${one}=a%00b` }) });
    const payload = route.body ? (poisoned(await bodyOf(each), word) as object) : {};
    if (JSON.stringify(payload).includes(JSON.stringify(word)))
      through.push({ name, at: 'body', code: await knock(route, { payload }) });
  }
  expect(through.length).toBeGreaterThan(isZero ? 300 : 100);
  expect(through.filter((one) => (one as { code: string }).code !== 'invalid-input')).toEqual([]);
  expect(mistakes).toEqual([]);
});

type Shape = Readonly<Record<string, unknown>> & { readonly type?: string };

/** Numbers, words and lists of a contract that have no end, by where they stand. */
function endless(shape: Shape, path: string): readonly string[] {
  if ('enum' in shape || 'const' in shape || '$ref' in shape) return [];
  const bounds = [shape, ...((shape['allOf'] ?? []) as Shape[])];
  const says = (...names: readonly string[]) => bounds.some((one) => names.some((name) => one[name] !== undefined));
  const isBoundNumber = says('minimum', 'exclusiveMinimum') && says('maximum', 'exclusiveMaximum');
  const ends: Readonly<Record<string, boolean>> = {
    string: says('maxLength', 'pattern', 'format'),
    number: isBoundNumber,
    integer: isBoundNumber && !bounds.some((one) => one['maximum'] === Number.MAX_SAFE_INTEGER),
    array: says('maxItems', 'prefixItems'),
  };
  const inner = (part: unknown, step = ''): readonly string[] =>
    typeof part === 'object' && part !== null ? endless(part as Shape, path + step) : [];
  const parts = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((name) => (shape[name] ?? []) as Shape[]);
  return [
    ...(ends[shape.type ?? ''] === false ? [path] : []),
    ...Object.entries(shape['properties'] ?? {}).flatMap(([name, part]) => inner(part, `.${name}`)),
    ...inner(shape['items'], '.0'),
    ...inner(shape['additionalProperties'], '.*'),
    ...parts.flatMap((part) => inner(part)),
  ];
}

/** Without an end in their contract, and with one in what they are compared with or read by. */
const endsElsewhere: Readonly<Record<string, string>> = {
  code: 'six digits, once its spaces are gone',
  all: 'yes or no in words',
  deactivated: 'yes or no in words',
  closed: 'yes or no in words',
  lastSeenVersion: 'a bigint of the database',
  version: 'a bigint of the database',
  position: 'a bigint of the database',
};

test('every number, word and list that a contract takes has an end', () => {
  const found = everyRoute.flatMap(({ name, route }) =>
    Object.entries({ params: route.params, query: route.query, body: route.body }).flatMap(([where, contract]) => {
      if (!contract) return [];
      const shape = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any', reused: 'inline' });
      return endless(shape as Shape, where).map((path) => `${name} ${path}`);
    }),
  );
  expect(found.filter((one) => !((one.split('.').at(-1) ?? '') in endsElsewhere))).toEqual([]);
});

test('where a request came from is what its connection says, and a proxy counts in one’s own network alone', async () => {
  const { route } = everyRoute.find(({ route: one }) => one.access !== 'public' && one.method === 'GET') ?? {};
  const from = async (remoteAddress: string, forwarded: string) => {
    heard.length = 0;
    await server.app.inject({
      url: addressOf(route as AnyRoute),
      remoteAddress,
      headers: { 'x-forwarded-for': forwarded, 'x-client-address': '203.0.113.9', forwarded: 'for=203.0.113.9' },
    });
    return heard[0]?.get('x-client-address');
  };
  expect(await from('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
  expect(await from('127.0.0.1', '203.0.113.9, 198.51.100.7')).toBe('198.51.100.7');
  expect(await from('10.0.0.2', '198.51.100.7')).toBe('198.51.100.7');
});

test('a mistake of ours is told by its code alone, and no address or path carries what opens something', async () => {
  session = mighty;
  trouble = Object.assign(new Error('password authentication failed for "rapport"'), { detail: 'Key (a)=(b)' });
  const reply = await server.app.inject({ url: '/api/roles' });
  trouble = null;
  expect([reply.statusCode, reply.json()]).toEqual([
    500,
    {
      type: '/api/problems#our-mistake',
      code: 'our-mistake',
      status: 500,
      title: expect.any(String),
      help: expect.any(String),
    },
  ]);
  expect(reply.body).not.toMatch(/password|Key \(|\.ts/);
  const opening = everyRoute.flatMap(({ name, route }) =>
    [route.params, route.query].flatMap((part) =>
      Object.keys((part as z.ZodObject | undefined)?.shape ?? {})
        .filter((one) => /token|secret|password|code|proof/i.test(one))
        .map((one) => `${name} ${one}`),
    ),
  );
  expect(opening).toEqual([]);
});
