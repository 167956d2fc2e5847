import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBrand, openLine } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import { insertQueue, insertTeam } from '#domains/teams';
import { newId } from '#platform/database';
import { scopes } from '#platform/contract';
import type { Actor } from '#platform/policy';
import { useWorld, type World } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { boxes } from './boxes.ts';
import { countChange } from './count.ts';
import { entryBody, entrySource, fileBytes } from './bytes.ts';
import { draftsOf } from './drafts.ts';
import { conversationView, list, receive } from './index.ts';
import { type Conversation, factsOf, grantsOf } from './load.ts';
import { can, visible } from './policy.ts';
import { columns } from './sql.ts';
import { conversationTopic } from './topic.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const runs = 20;
/** Each run rewrites all conversations and asks every list: on a busy machine that takes a while. */
const timeLimitMs = 90_000;

/** Indexes into the desk's brands, teams and people; -1 is none. */
const among = (count: number) => fc.integer({ min: -1, max: count - 1 });

const anActor = fc.record({
  scope: fc.constantFrom(null, ...scopes),
  brands: fc.oneof(fc.constant('all' as const), fc.subarray([0, 1])),
  teams: fc.subarray([0, 1]),
  person: fc.integer({ min: 0, max: 2 }),
});

const aState = fc.record({
  assignee: among(3),
  confidential: fc.boolean(),
  granted: fc.subarray([0, 1, 2]),
  category: fc.constantFrom('open', 'waiting', 'closed'),
  snoozed: fc.boolean(),
  merged: fc.boolean(),
});

test(
  'who may read a conversation is the same in the rule, in SQL, in every list, on live screens and behind every door',
  async () => {
    const desk = await aDesk(world());
    await fc.assert(
      fc.asyncProperty(
        fc.array(aState, { minLength: desk.ids.length, maxLength: desk.ids.length }),
        fc.array(anActor, { minLength: 4, maxLength: 4 }),
        async (states, wishes) => {
          await desk.put(states);
          const rows = await desk.rows();
          for (const wish of wishes) {
            const actor = desk.actor(wish);
            const readable = rows
              .filter((row) => can.read(actor, factsOf(row)))
              .map(({ id }) => id)
              .sort();
            expect(await desk.visibleIds(actor)).toEqual(readable);
            expect(await desk.listedIds(actor)).toEqual(
              rows
                .filter((row) => readable.includes(row.id) && !row.merged_at)
                .map(({ id }) => id)
                .sort(),
            );
            expect(await desk.followedIds(actor)).toEqual(readable);
            await widestLists(
              desk,
              actor,
              rows.filter((row) => readable.includes(row.id) && !row.merged_at),
            );
            await countsTellNoMore(desk, actor, rows);
          }
        },
      ),
      { numRuns: runs },
    );
  },
  timeLimitMs,
);

test(
  'every door to a part of a conversation opens exactly for those who may read it',
  async () => {
    const desk = await aDesk(world());
    await fc.assert(
      fc.asyncProperty(
        fc.array(aState, { minLength: desk.ids.length, maxLength: desk.ids.length }),
        anActor,
        fc.nat({ max: desk.ids.length - 1 }),
        async (states, wish, which) => {
          await desk.put(states);
          const actor = desk.actor(wish);
          const row = (await desk.rows()).find(({ id }) => id === desk.ids[which]);
          if (!row) throw new Error('A conversation is missing.');
          const opens = await desk.doors(actor, which);
          expect(new Set(Object.values(opens)), JSON.stringify(opens)).toEqual(
            new Set([can.read(actor, factsOf(row))]),
          );
        },
      ),
      { numRuns: runs },
    );
  },
  timeLimitMs,
);

/** The lists over everything hold all that is readable, and nothing else. */
async function widestLists(desk: Desk, actor: Actor, readable: readonly Conversation[]): Promise<void> {
  const holds = (keep: (row: Conversation) => boolean): readonly string[] =>
    readable
      .filter(keep)
      .map(({ id }) => id)
      .sort();
  expect((await desk.listed(actor, { box: 'all' })).toSorted()).toEqual(holds((row) => row.status_category === 'open'));
  expect((await desk.listed(actor, { box: 'closed' })).toSorted()).toEqual(
    holds((row) => row.status_category === 'closed'),
  );
  expect((await desk.listed(actor, { box: 'unassigned' })).toSorted()).toEqual(
    holds((row) => row.status_category === 'open' && !row.assignee_id && !row.snoozed_until),
  );
}

/** A count is never more than its list holds, and misses only what is confidential. */
async function countsTellNoMore(desk: Desk, actor: Actor, rows: readonly Conversation[]): Promise<void> {
  const counted = (await desk.workspace.read(actor, (ctx) => boxes(ctx))).boxes;
  for (const { box, id, open } of counted) {
    const listed = await desk.listed(actor, { box, ...(id ? { queueId: id } : {}) });
    const plain = listed.filter((one) => rows.find((row) => row.id === one)?.confidential_at === null);
    expect(open, `${box} ${id ?? ''}`).toBeLessThanOrEqual(plain.length);
    if (box === 'queue' || box === 'mine') expect(open, `${box} ${id ?? ''}`).toBe(plain.length);
  }
}

type Desk = Awaited<ReturnType<typeof aDesk>>;
type State = typeof aState extends fc.Arbitrary<infer S> ? S : never;
type Wish = typeof anActor extends fc.Arbitrary<infer W> ? W : never;

/** Two brands, two teams that work queues of both, three people, and some conversations to put into any state. */
async function aDesk(here: World) {
  const workspace: Workspace = await here.newWorkspace();
  const people = [
    await workspace.teammate('agent'),
    await workspace.teammate('agent'),
    await workspace.teammate('agent'),
  ].map(({ id }) => id);
  const { brandIds, teamIds, queues } = await workspace.act(null, (ctx) => furnish(ctx, workspace));
  const made: Made[] = [];
  for (const queue of [...queues, ...queues])
    made.push(await workspace.act(null, (ctx) => aConversation(here, ctx, queue), monday));
  const ids = made.map(({ conversationId }) => conversationId);

  const rows = () =>
    workspace.read(null, async (ctx) => {
      const found = await ctx.db
        .selectFrom('conversations')
        .select(columns)
        .where('workspace_id', '=', ctx.workspaceId)
        .orderBy('id')
        .execute();
      const grants = await grantsOf(ctx, ids);
      return found.map((row): Conversation => ({ ...row, grantedTo: grants.get(row.id) ?? new Set() }));
    });
  const listed = (
    actor: Actor,
    asked: { box: 'mine' | 'unassigned' | 'queue' | 'all' | 'snoozed' | 'closed'; queueId?: string },
  ) =>
    workspace.read(actor, async (ctx) =>
      (await list(ctx, { ...asked, order: 'newest', limit: 100 })).rows.map(({ id }) => id),
    );

  return {
    workspace,
    ids,
    rows,
    listed,
    actor: ({ scope, brands, teams, person }: Wish): Actor => ({
      kind: 'teammate',
      id: people[person] ?? null,
      permissions: new Map(scope ? [['conversations.read', scope]] : []),
      teamIds: new Set(teams.map((index) => teamIds[index] ?? '')),
      brandIds: brands === 'all' ? 'all' : new Set(brands.map((index) => brandIds[index] ?? '')),
    }),
    /** Puts every conversation into a state, with its counters. */
    put: (states: readonly State[]) =>
      workspace.act(null, async (ctx) => {
        await ctx.db.deleteFrom('conversation_grants').where('workspace_id', '=', ctx.workspaceId).execute();
        for (const before of await rows()) {
          const state = states[ids.indexOf(before.id)];
          if (!state) continue;
          const after = { ...before, ...stateColumns(state, people, ids[0] === before.id ? ids[1] : ids[0]) };
          const { grantedTo: _, sort_due: __, workspace_id: ___, id: ____, ...set } = after;
          await ctx.db
            .updateTable('conversations')
            .set({ ...set, custom: '{}' })
            .where('workspace_id', '=', ctx.workspaceId)
            .where('id', '=', before.id)
            .execute();
          await countChange(ctx, before, after);
          for (const index of state.granted) {
            await ctx.db
              .insertInto('conversation_grants')
              .values({
                workspace_id: ctx.workspaceId,
                conversation_id: before.id,
                teammate_id: people[index] ?? '',
                given_at: monday,
              })
              .execute();
          }
        }
      }),
    visibleIds: (actor: Actor) =>
      workspace.read(actor, async (ctx) => {
        const found = await ctx.db
          .selectFrom('conversations')
          .select('id')
          .where('workspace_id', '=', ctx.workspaceId)
          .where(visible(actor))
          .orderBy('id')
          .execute();
        return found.map(({ id }) => id);
      }),
    /** All boxes together: what is open, put to wait, and closed. */
    listedIds: async (actor: Actor) => {
      const customers = [...new Set((await rows()).map((row) => row.customer_id))];
      const pages = await Promise.all(
        customers.map((customerId) =>
          workspace.read(actor, (ctx) => list(ctx, { box: 'customer', customerId, order: 'newest', limit: 100 })),
        ),
      );
      return pages.flatMap((page) => page.rows.map(({ id }) => id)).sort();
    },
    followedIds: (actor: Actor) =>
      workspace.read(null, async (ctx) => {
        const loaded = await conversationTopic.load(ctx, ids);
        return [...loaded]
          .filter(([, row]) => conversationTopic.view(actor, row) !== null)
          .map(([id]) => id)
          .sort();
      }),
    /** Which doors open: the conversation, its drafts, a message's body and source, a file, the live room. */
    doors: async (actor: Actor, which: number) => {
      const { conversationId, entryId, fileId } = made[which] ?? { conversationId: '', entryId: '', fileId: '' };
      const opens = (
        verb: (ctx: Parameters<Parameters<Workspace['read']>[1]>[0]) => Promise<unknown>,
      ): Promise<boolean> =>
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
        body: await opens((ctx) => entryBody(ctx, entryId, 'blocked')),
        source: await opens((ctx) => entrySource(ctx, here.files, entryId)),
        file: await opens((ctx) => fileBytes(ctx, here.files, fileId)),
        room: await workspace.read(actor, (ctx) => conversationTopic.mayJoin(ctx, `conversation:${conversationId}`)),
      };
    },
  };
}

function stateColumns(state: State, people: readonly string[], into: string | undefined) {
  return {
    assignee_id: people[state.assignee] ?? null,
    confidential_at: state.confidential ? monday : null,
    status_category: state.merged ? 'closed' : state.category,
    closed_at: state.merged || state.category === 'closed' ? monday : null,
    snoozed_until: state.snoozed && state.category === 'open' && !state.merged ? new Date('2099-01-01') : null,
    merged_into_id: state.merged ? (into ?? null) : null,
    merged_at: state.merged ? monday : null,
  };
}

type WriteCtx = Parameters<Parameters<Workspace['act']>[1]>[0];

interface QueueHere {
  readonly id: string;
  readonly brandId: string;
  readonly lineId: string;
}

async function furnish(
  ctx: WriteCtx,
  workspace: Workspace,
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

async function aConversation(here: World, ctx: WriteCtx, queue: QueueHere): Promise<Made> {
  const customer = await findOrMakeCustomer(ctx, {
    brandId: queue.brandId,
    kind: 'address',
    value: 'maya@lindqvist.example',
    name: 'Maya',
    at: monday,
  });
  const stored = await here.files.put(ctx.workspaceId, Buffer.from(`Hello ${newId()}`));
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
  return { conversationId, entryId, fileId: file.id };
}
