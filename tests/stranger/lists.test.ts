import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import type { AnyRoute } from '#platform/contract';
import { newId } from '#platform/database';
import { gather, routeName } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import type { Actor } from '#platform/policy';
import { useWorld } from '../support/world.ts';
import { allMighty, gatherSpecimens, type Place, placeIn, secondBrand, servesOnly } from './place.ts';

/**
 * Lists name no object in their address, so what the stranger is refused by its id could still stand in one: every list, by
 * each of its choices, is read by who serves another brand, by who works in another workspace, and by who works in no team
 * of it, and none of their answers holds an object of ours.
 */
const world = useWorld();
const gathered = gatherSpecimens();
const house = gather(domains, desks);
const sessions = new Map<string, { workspaceId: string; actor: Actor; via: 'api' }>();
const lists = house.handlers
  .map(({ route }) => route)
  .filter((route) => route.method === 'GET' && route.access !== 'public' && !route.path.includes(':'));
let server: Server;
let ours: Place;
/** What we have, by id: its kind. */
let things: ReadonlyMap<string, string>;

/** Of one team alone: who works in another one meets none of them. */
const ofTeams: ReadonlySet<string> = new Set([
  'Conversation',
  'OtherConversation',
  'Entry',
  'SecondEntry',
  'Problem',
  'HeldReply',
  'File',
  'Promise',
  'Task',
  'Chat',
]);

/** Read whole or not at all, by who may do so in all of the workspace: the log of what administrators did. */
const ofTheWhole: ReadonlySet<string> = new Set(['GET /api/audit']);

beforeAll(async () => {
  const a = await world().newWorkspace();
  const b = await world().newWorkspace();
  const neighbour = await servesOnly(house, a, await secondBrand(a));
  ours = await placeIn(world(), gathered, a, a.brandId, a.owner.id ?? '');
  const made = new Map<string, string>();
  // each by itself: some need the place for themselves
  for (const kind of gathered.objects.keys()) for (const [one, id] of await ours.fresh([kind])) made.set(id, one);
  things = made;
  const owner = allMighty(house, a.owner.id ?? '', a, 'all');
  const reach = new Map(
    house.permissions.filter(({ isOutside }) => !isOutside).map(({ name }) => [name, 'team'] as const),
  );
  const inNoTeam: Actor = { ...owner, id: newId(), permissions: reach, teamIds: new Set([newId()]) };
  sessions.set('owner', { workspaceId: a.id, actor: owner, via: 'api' });
  sessions.set('neighbour', { workspaceId: a.id, actor: neighbour, via: 'api' });
  sessions.set('colleague', { workspaceId: a.id, actor: inNoTeam, via: 'api' });
  sessions.set('stranger', { workspaceId: b.id, actor: allMighty(house, b.owner.id ?? '', b, 'all'), via: 'api' });
  server = await createServer({
    house,
    tools: world().tools,
    authenticate: async (headers) => sessions.get(headers.get('x-as') ?? '') ?? null,
  });
}, 120_000);

afterAll(() => server?.close());

test('what we have stands in our own lists, so that its absence in another’s means something', async () => {
  const seen = new Set<string>();
  for (const route of lists) for (const id of await heldFor('owner', route, () => true)) seen.add(things.get(id) ?? '');
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'Brand',
      'Line',
      'Customer',
      'Company',
      'Conversation',
      'Order',
      'Product',
      'Call',
      'Queue',
    ]),
  );
});

test.each(lists.map((route) => [routeName(route), route] as const))('%s', async (_name, route) => {
  const isWhole = ofTheWhole.has(routeName(route));
  const isOfBrand = (id: string): boolean => !isWhole && gathered.objects.get(things.get(id) ?? '')?.ofBrand === true;
  expect(await heldFor('neighbour', route, isOfBrand), 'who serves another brand').toEqual([]);
  // what every workspace has of its own is not in another: no id is
  expect(await heldFor('stranger', route, () => true), 'who works elsewhere').toEqual([]);
  expect(await heldFor('colleague', route, (id) => ofTeams.has(things.get(id) ?? '')), 'of no team').toEqual([]);
});

/** Which of our objects stand in a list as somebody reads it, over all of its choices. */
async function heldFor(who: string, route: AnyRoute, counts: (id: string) => boolean): Promise<readonly string[]> {
  const told: string[] = [];
  for (const query of choicesOf(route)) {
    const reply = await server.app.inject({ method: 'GET', url: route.path, query, headers: { 'x-as': who } });
    expect(reply.statusCode, `${routeName(route)} ${JSON.stringify(query)} ${reply.body.slice(0, 200)}`).toBeLessThan(
      500,
    );
    if (reply.statusCode < 400) told.push(reply.body);
  }
  const answers = told.join('\n');
  return [...things.keys()].filter((id) => counts(id) && answers.includes(`"${id}"`)).map((id) => nameOf(who, id));
}

/** For the owner the id itself; for the others its kind too, so that a failure says what was seen. */
function nameOf(who: string, id: string): string {
  return who === 'owner' ? id : `${things.get(id)} ${id}`;
}

/** What can be asked of a list: plainly, each word of each choice, and by the brand, customer … of ours. */
function choicesOf(route: AnyRoute): readonly Record<string, string>[] {
  const shape = (route.query as { shape?: Record<string, z.core.$ZodType> } | undefined)?.shape ?? {};
  const needed = gathered.routes.get(routeName(route))?.query ?? {};
  const kinds = new Map([...things].map(([id, kind]) => [kind, id]));
  const choices = Object.entries(shape).flatMap(([name, type]) => {
    const said = name.endsWith('Id') ? kinds.get(name.charAt(0).toUpperCase() + name.slice(1, -2)) : undefined;
    return (said === undefined ? wordsOf(type) : [said]).map((word) => ({ [name]: word }));
  });
  // a choice may need another beside it: each pair of a list's kinds and what they are of
  const pairs = choices.flatMap((one) =>
    choices.filter((other) => Object.keys(one)[0] !== Object.keys(other)[0]).map((other) => ({ ...one, ...other })),
  );
  return [{}, ...choices, ...pairs.slice(0, 400)].map((choice) => ({ ...needed, ...choice }));
}

/** The words a part of a query may be, where they are few. */
function wordsOf(type: z.core.$ZodType): readonly string[] {
  const { def } = type._zod;
  if ('innerType' in def) return wordsOf(def.innerType as z.core.$ZodType);
  if (def.type === 'enum') return Object.values((def as z.core.$ZodEnumDef).entries).map(String);
  if (def.type === 'literal') return (def as z.core.$ZodLiteralDef<z.core.util.Literal>).values.map(String);
  return [];
}
