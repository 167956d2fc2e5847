import { sql } from 'kysely';
import { isUuid } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { holds } from '#platform/policy';
import { can, managed } from './policy.ts';

const openingTopicName = 'opening';
const feedTopicName = 'opening-feed';
/** The list of openings, and the page of feeds. */
const allOpenings = `${openingTopicName}:all`;
const allFeeds = `${feedTopicName}:all`;

interface OpeningKey {
  readonly id: string;
  readonly brand_id: string;
  readonly version: number;
}

type OnBoard = { readonly opening: string } | { readonly application: string };

/** Something on the board of an opening is new: who has it in sight is told. Its id, or that of one of its applications. */
export async function tellBoard(ctx: Ctx, of: OnBoard): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update openings set version = version + 1
    where workspace_id = ${ctx.workspaceId} and id = ${
      'opening' in of
        ? of.opening
        : sql`(select opening_id from applications where workspace_id = ${ctx.workspaceId} and id = ${of.application})`
    }
    returning id
  `.execute(ctx.db);
  for (const { id } of rows) ctx.touch(openingTopicName, id);
}

/** How a feed is, or whether it is there, is new. */
export function tellFeeds(ctx: Ctx, id: string): void {
  ctx.touch(feedTopicName, id, [allFeeds]);
}

/** An open board follows its opening in the room `opening:<id>`, the list of openings all of them in `opening:all`. */
export const openingTopic: Topic = {
  name: openingTopicName,
  load: loadOpenings,
  view(actor, row) {
    const { id, brand_id: brandId, version } = row as OpeningKey;
    return can.manage(actor, { brandId }) ? { id, version } : null;
  },
  rooms: () => [allOpenings],
  async mayJoin(ctx, room) {
    return room === allOpenings ? holds(ctx.actor, 'hiring.manage') : (await findOpening(ctx, room)) !== null;
  },
  // the list has no head of its own: what it missed while it was away is fetched when the connection is back
  async head(ctx, room) {
    const found = room === allOpenings ? null : await findOpening(ctx, room);
    return found && String(found.version);
  },
};

async function loadOpenings(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, OpeningKey>> {
  const rows = await ctx.db
    .selectFrom('openings')
    .select(['id', 'brand_id', 'version'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function findOpening(ctx: ReadCtx, room: string): Promise<OpeningKey | null> {
  const id = room.slice(openingTopicName.length + 1);
  const row = isUuid(id) ? (await loadOpenings(ctx, [id])).get(id) : undefined;
  return row && can.manage(ctx.actor, { brandId: row.brand_id }) ? row : null;
}

interface FeedKey {
  readonly id: string;
  readonly brand_id: string;
}

/** The page of feeds follows them all in the room `opening-feed:all`. */
export const feedTopic: Topic = {
  name: feedTopicName,
  async load(ctx, ids) {
    const rows = await ctx.db
      .selectFrom('opening_feeds')
      .select(['id', 'brand_id'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
  view(actor, row) {
    const { id, brand_id: brandId } = row as FeedKey;
    return can.manage(actor, { brandId }) ? { id } : null;
  },
  rooms: () => [allFeeds],
  mayJoin: async (ctx, room) => room === allFeeds && holds(ctx.actor, 'hiring.manage'),
  head: async (ctx, room) => (room === allFeeds ? feedsHead(ctx) : null),
};

/** How many there are, and what was tried last: there are few, so they are asked each time. */
async function feedsHead(ctx: ReadCtx): Promise<string> {
  const row = await ctx.db
    .selectFrom('opening_feeds')
    .select((eb) => [
      eb.fn.countAll<string>().as('count'),
      eb.fn.max('tried_at').as('tried'),
      eb.fn.max('next_at').as('next'),
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(managed(ctx.actor))
    .executeTakeFirstOrThrow();
  return [row.count, row.tried?.getTime() ?? 0, row.next?.getTime() ?? 0].join(' ');
}
