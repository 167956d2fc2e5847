import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import { customerMoments } from './customer-moments.ts';
import { listLive } from './list-live.ts';
import { search } from './search/search.ts';
import { conversationTopic } from './topic.ts';

const monday = new Date('2026-11-16T09:00:00Z');

/** The workspace of a test, as far as this desk needs it. */
export interface DeskWorkspace {
  readonly id: string;
  readonly brandId: string;
  readonly teamId: string;
  act<T>(actor: Actor | null, verb: (ctx: Ctx) => Promise<T>, now?: Date): Promise<T>;
  read<T>(actor: Actor | null, verb: (ctx: ReadCtx) => Promise<T>, now?: Date): Promise<T>;
}

/** What is told of conversations beside their lists, doors and searches, for whoever looks. */
export function elsewhere(
  workspace: DeskWorkspace,
  desk: {
    readonly brandIds: readonly string[];
    readonly teamIds: readonly string[];
    readonly people: readonly string[];
    rows(): Promise<readonly { readonly customer_id: string }[]>;
  },
) {
  return {
    /** The matters that a timeline of every customer tells of. */
    matters: async (actor: Actor) => {
      const customerIds = new Set((await desk.rows()).map((row) => row.customer_id));
      return workspace.read(actor, (ctx) => matterNumbers(ctx, [...customerIds]));
    },
    live: (actor: Actor) => workspace.read(actor, liveIds),
    saysMore: (actor: Actor) => workspace.read(actor, (ctx) => saysMore(ctx, 'hello')),
    /** Which lists somebody may follow, of everybody's, and which their rights reach. */
    followable: async (actor: Actor) => {
      const lists = desk.people.flatMap((id) => listRooms(desk.brandIds, desk.teamIds, { ...actor, id }));
      return {
        joined: await workspace.read(actor, (ctx) => joinedLists(ctx, lists)),
        within: listsWithin(actor, lists),
      };
    },
  };
}

/** Of which matters a timeline of these customers tells, by their numbers. */
async function matterNumbers(ctx: ReadCtx, customerIds: readonly string[]): Promise<readonly number[]> {
  const told = await customerMoments.list(ctx, customerIds, { before: null, limit: 100 });
  return [...new Set(told.map(({ facts }) => Number(facts['number'])))].sort((one, other) => one - other);
}

/** What the desk of chats shows: taken, waiting for anybody, and coming back later. */
async function liveIds(ctx: ReadCtx): Promise<Readonly<Record<'mine' | 'waiting' | 'later', readonly string[]>>> {
  const { mine, waiting, later } = await listLive(ctx);
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
  return { mine: idsOf(mine), waiting: idsOf(waiting), later: idsOf(later) };
}

/** Whether a search says that there is more than its first page of one, which tells of what it does not show. */
async function saysMore(ctx: ReadCtx, q: string): Promise<boolean> {
  return (await search(ctx, { q, limit: 1 })).next !== null;
}

/** Which of the lists somebody may follow. */
async function joinedLists(ctx: ReadCtx, lists: readonly string[]): Promise<readonly string[]> {
  const joined: string[] = [];
  for (const list of lists) if (await conversationTopic.mayJoin(ctx, `conversation:${list}`)) joined.push(list);
  return joined;
}

/** Which of these lists show somebody nothing beyond their rights: what a screen follows is what its lists may hold. */
function listsWithin(actor: Actor, lists: readonly string[]): readonly string[] {
  const scope = actor.permissions.get('conversations.read') ?? null;
  const isGuest = scope === null && actor.permissions.has('conversations.shared');
  return lists.filter((list) => {
    const [kind = '', id = ''] = list.split(':');
    if (kind === 'shared') return isGuest && id === actor.id;
    if (kind === 'all') return scope === 'all';
    if (kind === 'brand')
      return (scope === 'all' || scope === 'brand') && (actor.brandIds === 'all' || actor.brandIds.has(id));
    if (kind === 'team') return scope === 'all' || scope === 'brand' || (scope === 'team' && actor.teamIds.has(id));
    return scope !== null && (scope === 'all' || id === actor.id);
  });
}

/** The lists of one person's screens, by name. */
export function listRooms(brandIds: readonly string[], teamIds: readonly string[], { id }: Actor): readonly string[] {
  return [
    'all',
    ...brandIds.map((one) => `brand:${one}`),
    ...teamIds.map((one) => `team:${one}`),
    `assignee:${id}`,
    `shared:${id}`,
  ];
}

/** A head is asked for once for everybody of the same rights: as somebody with them, and nobody in person. */
export async function headIds(
  workspace: DeskWorkspace,
  actor: Actor,
  lists: readonly string[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const room of lists.map((name) => `conversation:${name}`)) {
    if (!(await workspace.read(actor, (ctx) => conversationTopic.mayJoin(ctx, room)))) continue;
    const head = await workspace.read({ ...actor, id: null }, (ctx) => conversationTopic.head(ctx, room), monday);
    if (head !== null) ids.push(head.split(':')[0] ?? '');
  }
  return ids;
}
