import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import type { AnyRoute } from '#platform/contract';
import { newId } from '#platform/database';
import { gather, routeName } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import type { Actor } from '#platform/policy';
import { useWorld } from '../support/world.ts';
import { readsAlone } from './reads-alone.ts';
import { type Filled, fill, type IdSlot, withId } from './fill.ts';
import { allMighty, fromOutside, gatherSpecimens, type Place, placeIn, secondBrand, servesOnly } from './place.ts';

const world = useWorld();
const gathered = gatherSpecimens();
const house = gather(domains, desks);

/** Who knocks, named by a header: the test's stand-in for a session. */
const sessions = new Map<string, { workspaceId: string; actor: Actor; via: 'api' }>();
let server: Server;
/** What the server wrote into its log: a 500 is told with its cause. */
const mistakes: string[] = [];
/** Ours (brand one of workspace A); the same workspace's other brand; another workspace. */
let ours: Place;
let nextDoor: Place;
let elsewhere: Place;

beforeAll(async () => {
  const a = await world().newWorkspace();
  const b = await world().newWorkspace();
  const otherBrand = await secondBrand(a);
  const neighbour = await servesOnly(house, a, otherBrand);
  ours = await placeIn(world(), gathered, a, a.brandId, a.owner.id ?? '');
  nextDoor = await placeIn(world(), gathered, a, otherBrand, neighbour.id ?? '');
  elsewhere = await placeIn(world(), gathered, b, b.brandId, b.owner.id ?? '');
  sessions.set('owner', { workspaceId: a.id, actor: allMighty(house, a.owner.id ?? '', a, 'all'), via: 'api' });
  sessions.set('neighbour', { workspaceId: a.id, actor: neighbour, via: 'api' });
  // a guest of this very brand, whom nothing was shared with; and the client whose brand is the other one
  for (const [kind, brandId] of [
    ['guest', a.brandId],
    ['client', otherBrand],
  ] as const)
    sessions.set(kind, { workspaceId: a.id, actor: await fromOutside(house, a, brandId, kind), via: 'api' });
  sessions.set('stranger', { workspaceId: b.id, actor: allMighty(house, b.owner.id ?? '', b, 'all'), via: 'api' });
  const log = {
    ...world().tools.log,
    error: (facts: Readonly<Record<string, unknown>>) => void mistakes.push(String(facts['error'])),
  };
  server = await createServer({
    house,
    // a GET that changes something is our mistake here, and a 500
    tools: readsAlone({ ...world().tools, log }),
    authenticate: async (headers) => sessions.get(headers.get('x-as') ?? '') ?? null,
  });
});

afterAll(() => server?.close());

describe.each(house.handlers.map(({ route }) => ({ name: routeName(route), route })))('$name', ({ name, route }) => {
  test('a stranger of another workspace, and of another brand, finds nothing', async () => {
    const mine = await request(route, ours);
    if (route.access === 'public') return; // the ways in have no session to be a stranger with: the sign-in tests them
    expect(mine.unnamed, says(name, mine)).toEqual([]);
    if (mine.slots.length === 0) return;
    await findsNothing(route, mine, 'stranger', elsewhere, () => true);
    await findsNothing(route, mine, 'neighbour', nextDoor, (slot) => gathered.objects.get(slot.kind)?.ofBrand ?? false);
    // that the objects are real, the one who may sees
    const lines = await auditLines();
    const seen = await call(route, 'owner', mine);
    const words = `${name} cannot be exercised (${seen.status} ${seen.text.slice(0, 300)}): say in the specimens.ts of its domain which object or body it needs`;
    expect(
      seen.status < 500 &&
        seen.status !== 404 &&
        !['invalid-input', 'may-not', 'sign-in-first', 'unreadable'].includes(seen.code),
      words,
    ).toBe(true);
    const isWritten = !isAdministrative(route) || seen.status >= 300 || (await auditLines()) > lines;
    expect(isWritten, `${name} leaves no line in the audit log`).toBe(true);
  });

  test('who comes from outside meets a shut door, or nothing of what nobody shared', async () => {
    if (route.access === 'public') return;
    for (const who of ['guest', 'client'] as const)
      expect(await opensTooFar(route, who), `${name} as ${who}`).toEqual([]);
  });
});

/** What somebody from outside met at a door of this very brand that they should not have. */
async function opensTooFar(route: AnyRoute, who: 'guest' | 'client'): Promise<readonly string[]> {
  const mine = await request(route, ours);
  const reply = await call(route, who, mine);
  const told = `${reply.status} ${reply.code} ${reply.text.slice(0, 300)}`;
  if (!isOpenTo(route, who)) return reply.status === 403 && reply.code === 'may-not' ? [] : [told];
  if (reply.status >= 500) return [told];
  const namesOurs = typeof route.access === 'object' && mine.slots.some(({ path }) => path.startsWith('params.'));
  if (namesOurs && reply.status !== 404) return [told];
  const ids = mine.slots.map((slot) => at(mine[slot.path.split('.')[0] as 'params' | 'query' | 'body'], slot.path));
  const isRead = reply.status < 400 && route.method === 'GET';
  return isRead ? ids.filter((id) => reply.text.includes(`"id":"${id}"`)) : [];
}

/** Doors that guests and clients have: their own account's, and those whose contract names a permission of theirs. */
function isOpenTo({ access }: AnyRoute, who: string): boolean {
  if (typeof access !== 'object') return access === 'member';
  const held = sessions.get(who)?.actor.permissions;
  return [access.permission, ...(access.also ?? [])].some((name) => held?.has(name) === true);
}

/** Whether a route does what only an administrator may: then each use is written down. */
function isAdministrative({ method, readOnly, access }: AnyRoute): boolean {
  if (method === 'GET' || readOnly || typeof access !== 'object') return false;
  const { permission } = access;
  const declared = house.permissions.find(({ name }) => name === permission);
  return declared?.isAdministrative ?? permission.endsWith('.configure');
}

async function auditLines(): Promise<number> {
  const { rows } = await world().database.pool.query<{ count: number }>(
    'select count(*)::int as count from audit_log where workspace_id = $1',
    [ours.workspace.id],
  );
  return rows[0]?.count ?? 0;
}

type Request = Record<'params' | 'query' | 'body', unknown> & {
  readonly slots: readonly IdSlot[];
  readonly unnamed: readonly string[];
};

/** Every id of ours, one after the other, in a request that is else the knocker's own. */
async function findsNothing(
  route: AnyRoute,
  mine: Request,
  who: string,
  place: Place,
  counts: (slot: IdSlot) => boolean,
): Promise<void> {
  const params = mine.slots.filter((slot) => slot.path.startsWith('params.'));
  if (params.some(counts)) await hidesPath(route, mine, who, place);
  for (const slot of mine.slots.filter((one) => !one.path.startsWith('params.') && counts(one))) {
    const where = slot.path.startsWith('body') ? 'body' : 'query';
    const given = at(mine[where], slot.path);
    const own = await request(route, place);
    const nobodys = await call(route, who, { ...own, [where]: withId(own[where], slot.path, newId()) });
    const other = await request(route, place);
    const foreign = await call(route, who, { ...other, [where]: withId(other[where], slot.path, given) });
    const words = `${routeName(route)} as ${who}, with our ${slot.kind} in ${slot.path}: ${foreign.status} ${foreign.text.slice(0, 300)}; with an id of nobody: ${nobodys.status} ${nobodys.text.slice(0, 200)}`;
    expect({ status: foreign.status, code: foreign.code }, words).toEqual({
      status: nobodys.status,
      code: nobodys.code,
    });
    const isPosition = gathered.routes.get(routeName(route))?.positions?.includes(slot.path) ?? false;
    // a list is filtered to nothing, a change is refused
    const passes = route.method === 'GET' ? foreign.text === nobodys.text : isPosition || foreign.status >= 400;
    expect(passes, words).toBe(true);
    expect(foreign.status, words).toBeLessThan(500);
  }
}

/** Ids of the path: all of ours are given, also those that no brand holds. */
async function hidesPath(route: AnyRoute, mine: Request, who: string, place: Place): Promise<void> {
  const own = await request(route, place);
  const reply = await call(route, who, { ...own, params: mine.params });
  const kinds = mine.slots.filter(({ path }) => path.startsWith('params.')).map(({ kind }) => kind);
  expect(
    reply.status,
    `${routeName(route)} as ${who}, with our ${kinds.join(' and ')}: ${reply.text.slice(0, 300)}`,
  ).toBe(404);
}

/** A request that the contract takes, about fresh objects of a place. */
async function request(route: AnyRoute, place: Place): Promise<Request> {
  const more = gathered.routes.get(routeName(route));
  const kinds = new Map<string, string>();
  const note = async (path: string, kind: string): Promise<string | null> => {
    const wanted = more?.ids?.[path] ?? kind;
    if (!gathered.objects.has(wanted)) return null;
    kinds.set(path, wanted);
    return newId();
  };
  const dry = [
    await fill(route.params, 'params', note),
    await fill(route.query, 'query', note),
    await fill(route.body, 'body', note),
  ];
  const ids = await place.fresh([...new Set(kinds.values())]);
  const real = async (path: string, kind: string): Promise<string | null> => ids.get(kinds.get(path) ?? kind) ?? null;
  const [params, query, body] = [
    await fill(route.params, 'params', real),
    await fill(route.query, 'query', real),
    await fill(route.body, 'body', real),
  ];
  return {
    params: laidOver(params.value, more?.params),
    query: laidOver(query.value, more?.query),
    body: laidOver(body.value, more?.body),
    slots: [params, query, body].flatMap(({ slots }) =>
      slots.map((slot) => ({ path: slot.path, kind: kinds.get(slot.path) ?? slot.kind })),
    ),
    unnamed: dry.flatMap(({ unnamed }: Filled) => unnamed),
  };
}

/** What a domain says of a request, over what was guessed; `{new}` is another word each time. */
function laidOver(value: unknown, more: Readonly<Record<string, unknown>> | undefined): unknown {
  if (!more) return value;
  const channel = [...house.channels.values()].find(({ reply }) => reply)?.kind ?? '';
  const words = JSON.stringify(more).replaceAll('{new}', newId()).replaceAll('{channel}', channel);
  return { ...(value as object), ...(JSON.parse(words) as object) };
}

async function call(
  route: AnyRoute,
  who: string,
  given: Pick<Request, 'params' | 'query' | 'body'>,
): Promise<{ status: number; code: string; text: string }> {
  const path = Object.entries((given.params ?? {}) as Record<string, string>).reduce(
    (made, [key, value]) => made.replace(`:${key}`, encodeURIComponent(value)),
    route.path as string,
  );
  const query = Object.fromEntries(
    Object.entries((given.query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
  );
  const reply = await server.app.inject({
    method: route.method,
    url: path,
    query,
    headers: { 'x-as': who },
    ...(route.body ? { payload: given.body as object } : {}),
  });
  const isProblem = String(reply.headers['content-type'] ?? '').includes('problem');
  return {
    status: reply.statusCode,
    code: isProblem ? String((JSON.parse(reply.body) as { code: string }).code) : '',
    text: reply.statusCode === 500 ? String(mistakes.at(-1)) : reply.body,
  };
}

function at(value: unknown, path: string): string {
  return path
    .split('.')
    .slice(1)
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value) as string;
}

function says(name: string, { unnamed }: Request): string {
  return `${name}: say what ${unnamed.join(', ')} names, by .meta({ object: 'Queue' }) in its contract, and let its domain make one in specimens.ts`;
}
