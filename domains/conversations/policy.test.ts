import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import { boxes } from './boxes.ts';
import { type Conversation, factsOf } from './load.ts';
import { can } from './policy.ts';
import { anActor, type Desk, policyDesk } from './test-policy-desk.ts';
import { isGuest } from './why-read.ts';
import { aState } from './test-policy-states.ts';

const world = useWorld();
const runs = 20;
/** Each run rewrites all conversations and asks every list: on a busy machine that takes a while. */
const timeLimitMs = 90_000;

test(
  'who may read a conversation is the same in the rule, in SQL, in every list, on live screens and behind every door',
  async () => {
    const desk = await aDesk();
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
            await elsewhereTellTheSame(
              desk,
              actor,
              rows.filter((row) => readable.includes(row.id)),
            );
            // the head of a list names nothing that its reader may not see
            expect(readable).toEqual(expect.arrayContaining([...(await desk.headIds(actor))]));
            await widestLists(
              desk,
              actor,
              rows.filter((row) => readable.includes(row.id) && !row.merged_at),
            );
            await countsTellNoMore(desk, actor, rows);
            await viewsAndSearchTellTheSame(
              desk,
              actor,
              rows.filter((row) => readable.includes(row.id) && !row.merged_at),
            );
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
    const desk = await aDesk();
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
  expect((await desk.listed(actor, { box: 'shared' })).toSorted()).toEqual(holds((row) => row.shared_at !== null));
  expect((await desk.listed(actor, { box: 'unassigned' })).toSorted()).toEqual(
    holds((row) => row.status_category === 'open' && !row.assignee_id && !row.snoozed_until),
  );
}

/** What a timeline, the desk of chats, the next page of a search and the lists one may follow tell of, is what is readable. */
async function elsewhereTellTheSame(desk: Desk, actor: Actor, readable: readonly Conversation[]): Promise<void> {
  const idsOf = (rows: readonly Conversation[]) => rows.map(({ id }) => id).sort();
  expect(await desk.matters(actor)).toEqual(readable.map((row) => Number(row.number)).sort((a, b) => a - b));
  const there = readable.filter((row) => !row.merged_at);
  const isMine = (row: Conversation) => row.assignee_id === actor.id && row.status_category !== 'closed';
  expect(await desk.live(actor)).toEqual({
    mine: idsOf(there.filter((row) => isMine(row) && !row.snoozed_until)),
    later: idsOf(there.filter((row) => isMine(row) && row.snoozed_until)),
    waiting: idsOf(there.filter((row) => !row.assignee_id && row.status_category === 'open' && !row.snoozed_until)),
  });
  expect(await desk.saysMore(actor)).toBe(!isGuest(actor) && there.length > 1);
  const { joined, within } = await desk.followable(actor);
  expect(joined).toEqual(within);
}

/** Views and the search show what the lists show; a view's count leaves out what is confidential. */
async function viewsAndSearchTellTheSame(desk: Desk, actor: Actor, readable: readonly Conversation[]): Promise<void> {
  // no search and no view is a guest's: what is shared with them stands in one list
  const ids = isGuest(actor) ? [] : readable.map(({ id }) => id).sort();
  const { listed, counted } = await desk.viewed(actor);
  expect(listed).toEqual([ids, ids, ids]);
  expect(counted).toBe(readable.filter((row) => ids.includes(row.id) && row.confidential_at === null).length);
  expect(await desk.found(actor)).toEqual({ exact: ids, near: ids });
}

/** A count is never more than its list holds, and misses only what is confidential. */
async function countsTellNoMore(desk: Desk, actor: Actor, rows: readonly Conversation[]): Promise<void> {
  const counted = (await desk.workspace.read(actor, (ctx) => boxes(ctx))).boxes;
  for (const { box, id, open } of counted) {
    const listed = await desk.listed(actor, { box, ...(id ? { queueId: id } : {}) });
    const plain = listed.filter((one) => rows.find((row) => row.id === one)?.confidential_at === null);
    expect(open, `${box} ${id ?? ''}`).toBeLessThanOrEqual(plain.length);
    const isExact = box === 'queue' || box === 'mine';
    expect(open, `${box} ${id ?? ''}`).toBe(isExact ? plain.length : open);
  }
}

async function aDesk(): Promise<Desk> {
  const workspace = await world().newWorkspace();
  const people: string[] = [];
  for (let count = 0; count < 3; count += 1) people.push((await workspace.teammate('agent')).id);
  return policyDesk(workspace, world().files, people);
}
