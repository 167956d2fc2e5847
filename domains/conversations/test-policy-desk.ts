import fc from 'fast-check';
import { openBrand, openLine } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import { insertQueue, insertTeam } from '#domains/teams';
import { scopes } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { FileStore } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { entryBody, entrySource, fileBytes } from './bytes.ts';
import { colleagueDrafts } from './colleague-drafts.ts';
import { draftsOf } from './drafts.ts';
import { countFiltered } from './filter/list-filtered.ts';
import { history } from './history.ts';
import { listMoves } from './list-moves.ts';
import { list } from './list.ts';
import { type Conversation, withGuests } from './load.ts';
import { visible } from './policy.ts';
import { receive } from './receive.ts';
import { listShares } from './shares/list-shares.ts';
import { search } from './search/search.ts';
import { writeSearch } from './search/write-search.ts';
import { columns } from './sql.ts';
import { putStates, type State } from './test-policy-states.ts';
import { type DeskWorkspace, elsewhere, headIds, listRooms } from './test-policy-ways.ts';
import { conversationTopic } from './topic.ts';
import { conversationView } from './views.ts';

const monday = new Date('2026-11-16T09:00:00Z');

/** Somebody by scope, brands, teams and who they are. */
export const anActor = fc.record({
  scope: fc.constantFrom(null, ...scopes),
  guest: fc.boolean(),
  brands: fc.oneof(fc.constant('all' as const), fc.subarray([0, 1])),
  teams: fc.subarray([0, 1]),
  person: fc.integer({ min: 0, max: 2 }),
});

/** The desk of a property. */
export type Desk = Awaited<ReturnType<typeof policyDesk>>;
type Wish = typeof anActor extends fc.Arbitrary<infer W> ? W : never;

/** Two brands, two teams that work queues of both, three people, and some conversations to put into any state. */
export async function policyDesk(workspace: DeskWorkspace, files: FileStore, people: readonly string[]) {
  const { brandIds, teamIds, queues } = await workspace.act(null, (ctx) => furnish(ctx, workspace));
  const made: Made[] = [];
  for (const queue of [...queues, ...queues])
    made.push(await workspace.act(null, (ctx) => aConversation(files, ctx, queue), monday));
  const ids = made.map(({ conversationId }) => conversationId);

  const rows = () => workspace.read(null, (ctx) => allRows(ctx));
  const listed = (
    actor: Actor,
    asked: { box: 'mine' | 'unassigned' | 'queue' | 'all' | 'snoozed' | 'closed' | 'shared'; queueId?: string },
  ) =>
    workspace.read(actor, async (ctx) =>
      (await list(ctx, { ...asked, order: 'newest', limit: 100 })).rows.map(({ id }) => id),
    );

  return {
    workspace,
    ids,
    rows,
    listed,
    actor: ({ scope, guest, brands, teams, person }: Wish): Actor => ({
      kind: 'teammate',
      id: people[person] ?? null,
      permissions: permissionsOf(scope, guest),
      teamIds: new Set(teams.map((index) => teamIds[index] ?? '')),
      brandIds: brands === 'all' ? 'all' : new Set(brands.map((index) => brandIds[index] ?? '')),
    }),
    /** Puts every conversation into a state, with its counters. */
    put: (states: readonly State[]) =>
      workspace.act(null, async (ctx) => {
        await putStates(ctx, { before: await rows(), states, people, teamIds, ids });
        // the job of the search, which reads what is written here a moment later
        for (const id of ids) await writeSearch(ctx, id);
      }),
    brandIds,
    teamIds,
    permissionsOf,
    visibleIds: (actor: Actor) => workspace.read(actor, (ctx) => visibleIds(ctx)),
    /** All boxes together: what is open, put to wait, and closed. */
    listedIds: async (actor: Actor) => {
      const customerIds = new Set((await rows()).map((row) => row.customer_id));
      return workspace.read(actor, (ctx) => ofCustomers(ctx, [...customerIds]));
    },
    /** What a saved view over everything lists and counts, in every order. */
    viewed: (actor: Actor) => workspace.read(actor, viewed),
    /** What is found by a word that stands in all of them, and by one like it. */
    found: (actor: Actor) => workspace.read(actor, foundAlike),
    /** What the heads of the lists that somebody may follow point at. */
    headIds: (actor: Actor) => headIds(workspace, actor, listRooms(brandIds, teamIds, actor)),
    ...elsewhere(workspace, { brandIds, teamIds, people, rows }),
    followedIds: (actor: Actor) =>
      workspace.read(null, async (ctx) => idsFollowed(actor, await conversationTopic.load(ctx, ids))),
    /** Which doors open: the conversation, its drafts, a message's body and source, a file, the live room. */
    doors: (actor: Actor, which: number) => doorsOf(workspace, files, actor, made[which]),
  };
}

function permissionsOf(scope: Wish['scope'], guest: boolean): Actor['permissions'] {
  return new Map([
    ...(scope ? [['conversations.read', scope] as const] : []),
    ...(guest ? [['conversations.shared', 'own'] as const] : []),
  ]);
}

function idsFollowed(actor: Actor, loaded: ReadonlyMap<string, unknown>): readonly string[] {
  const seen = [...loaded].filter(([, row]) => conversationTopic.view(actor, row) !== null);
  return seen.map(([id]) => id).sort();
}

async function ofCustomers(ctx: ReadCtx, customerIds: readonly string[]): Promise<readonly string[]> {
  const pages = await Promise.all(
    customerIds.map((customerId) => list(ctx, { box: 'customer', customerId, order: 'newest', limit: 100 })),
  );
  return pages.flatMap((page) => page.rows.map(({ id }) => id)).sort();
}

async function viewed(ctx: ReadCtx): Promise<{ listed: readonly (readonly string[])[]; counted: number }> {
  const filter = { match: 'all' as const, of: [] };
  const orders = ['newest', 'oldest', 'due'] as const;
  const pages = await Promise.all(orders.map((order) => list(ctx, { box: 'filter', filter, order, limit: 100 })));
  const counted = await countFiltered(ctx, { filter }, 1_000);
  return { listed: pages.map((page) => page.rows.map(({ id }) => id).sort()), counted };
}

async function foundAlike(ctx: ReadCtx): Promise<Readonly<Record<'exact' | 'near', readonly string[]>>> {
  return { exact: await idsFound(ctx, 'hello'), near: await idsFound(ctx, 'helo') };
}

async function idsFound(ctx: ReadCtx, q: string): Promise<readonly string[]> {
  return (await search(ctx, { q, limit: 100 })).rows.map(({ conversation }) => conversation.id).sort();
}

async function allRows(ctx: ReadCtx): Promise<readonly Conversation[]> {
  const there = await ctx.db
    .selectFrom('conversations')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('id')
    .execute();
  return withGuests(ctx, there);
}

/** What the SQL twin of the rule lets through. */
async function visibleIds(ctx: ReadCtx): Promise<readonly string[]> {
  const found = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .orderBy('id')
    .execute();
  return found.map(({ id }) => id);
}

/** Which doors open: the conversation, its drafts and those of colleagues, its history, a message's body, a file … */
async function doorsOf(workspace: DeskWorkspace, files: FileStore, actor: Actor, one: Made | undefined) {
  const { conversationId, entryId, fileId } = one ?? { conversationId: '', entryId: '', fileId: '' };
  const opens = (verb: (ctx: ReadCtx) => Promise<unknown>): Promise<boolean> =>
    workspace.read(actor, verb).then(
      () => true,
      (error: { status?: number }) => {
        if (error.status !== 404) throw error;
        return false;
      },
    );
  return {
    conversation: await opens((ctx) => conversationView(ctx, conversationId)),
    drafts: await opens((ctx) => draftsOf(ctx, conversationId)),
    colleagueDrafts: await opens((ctx) => colleagueDrafts(ctx, conversationId)),
    history: await opens((ctx) => history(ctx, conversationId, { limit: 10 })),
    moves: await opens((ctx) => listMoves(ctx, conversationId)),
    shares: await opens((ctx) => listShares(ctx, conversationId)),
    body: await opens((ctx) => entryBody(ctx, files, entryId, { images: 'blocked' })),
    source: await opens((ctx) => entrySource(ctx, files, entryId)),
    file: await opens((ctx) => fileBytes(ctx, files, fileId)),
    room: await workspace.read(actor, (ctx) => conversationTopic.mayJoin(ctx, `conversation:${conversationId}`)),
  };
}

interface QueueHere {
  readonly id: string;
  readonly brandId: string;
  readonly lineId: string;
}

async function furnish(
  ctx: Ctx,
  workspace: DeskWorkspace,
): Promise<{ brandIds: string[]; teamIds: string[]; queues: QueueHere[] }> {
  const brandIds = [workspace.brandId, (await openBrand(ctx, { name: `Second ${newId()}` })).id];
  const teamIds = [workspace.teamId, await insertTeam(ctx, { name: 'Second', calendarId: null })];
  const queues: QueueHere[] = [];
  for (const brandId of brandIds) {
    const line = await openLine(ctx, { brandId, channel: 'email', name: 'Support', address: `${newId()}@desk.test` });
    for (const teamId of teamIds)
      queues.push({
        id: await insertQueue(ctx, { name: `Of ${teamId}`, brandId, teamId, position: 5 }),
        brandId,
        lineId: line.id,
      });
  }
  return { brandIds, teamIds, queues };
}

interface Made {
  readonly conversationId: string;
  readonly entryId: string;
  readonly fileId: string;
}

async function aConversation(files: FileStore, ctx: Ctx, queue: QueueHere): Promise<Made> {
  const customer = await findOrMakeCustomer(ctx, {
    brandId: queue.brandId,
    kind: 'address',
    value: 'maya@lindqvist.example',
    name: 'Maya',
    at: monday,
  });
  const stored = await files.put(ctx.workspaceId, Buffer.from(`Hello ${newId()}`));
  const { conversationId, entryId } = await receive(ctx, {
    entryId: newId(),
    conversationId: null,
    lineId: queue.lineId,
    channel: 'email',
    brandId: queue.brandId,
    ...customer,
    customerName: 'Maya',
    occurredAt: monday,
    subject: 'Tent',
    text: 'Hello',
    html: '<p>Hello</p>',
    fromName: 'Maya',
    fromAddress: 'maya@lindqvist.example',
    recipients: [],
    source: stored,
    evidence: { rule: 'new', score: 100, idsSeen: [] },
    automatic: false,
    queueId: queue.id,
    files: [{ ...stored, name: 'a.txt', mediaType: 'text/plain', contentId: null, inline: false }],
  });
  const file = await ctx.db
    .selectFrom('message_files')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow();
  // a matter where both sides are there at once, so that the desk of chats holds it too
  await ctx.db
    .updateTable('conversations')
    .set({ last_channel: 'chat' })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', conversationId)
    .execute();
  return { conversationId, entryId, fileId: file.id };
}
