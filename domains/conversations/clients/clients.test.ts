import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { addNote } from '../add-note.ts';
import { conversationTopic } from '../topic.ts';
import { reply } from '../reply.ts';
import { undoSend } from '../undo-send.ts';
import { policyDesk } from '../test-policy-desk.ts';
import { aState } from '../test-policy-states.ts';
import { can } from './policy.ts';
import { entriesForClient, fileForClient, listForClient, readForClient } from './read.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a client reads their own brand alone, in the rule, in lists and behind each door, and follows nothing', async () => {
  const workspace = await world().newWorkspace();
  const person = await workspace.teammate('client-reader', { inTeam: false });
  const people = [person.id, (await workspace.teammate('agent')).id, (await workspace.teammate('agent')).id];
  const desk = await policyDesk(workspace, world().files, people);
  await fc.assert(
    fc.asyncProperty(
      fc.array(aState, { minLength: desk.ids.length, maxLength: desk.ids.length }),
      fc.oneof(fc.constant('all' as const), fc.subarray([0, 1])),
      fc.boolean(),
      async (states, brands, isAllowed) => {
        await desk.put(states);
        const brandIds = brands === 'all' ? brands : new Set(brands.map((index) => desk.brandIds[index] ?? ''));
        const actor: Actor = {
          ...person,
          permissions: new Map(isAllowed ? [['conversations.client', 'brand'] as const] : []),
          brandIds,
        };
        const readable = (await desk.rows())
          .filter((row) =>
            can.read(actor, { brandId: row.brand_id, confidentialAt: row.confidential_at, mergedAt: row.merged_at }),
          )
          .map(({ id }) => id)
          .sort();
        const listed = await workspace.read(actor, async (ctx) =>
          Promise.all(desk.brandIds.map((brandId) => listForClient(ctx, { brandId, limit: 100 }))),
        );
        expect(listed.flatMap(({ rows }) => rows.map(({ id }) => id)).sort()).toEqual(readable);
        for (const id of desk.ids) {
          const opens = await workspace
            .read(actor, (ctx) => readForClient(ctx, id))
            .then(
              () => true,
              () => false,
            );
          expect(opens).toBe(readable.includes(id));
          expect(await workspace.read(actor, (ctx) => conversationTopic.mayJoin(ctx, `conversation:${id}`))).toBe(
            false,
          );
        }
        // the desk's own doors know nothing of them, whatever is confidential, named or assigned
        expect(await desk.visibleIds(actor)).toEqual([]);
        expect(await desk.found(actor)).toEqual({ exact: [], near: [] });
      },
    ),
    { numRuns: 15 },
  );
}, 90_000);

test('a client reads what was said: no note, nothing taken back, nothing held, and no teammate by name', async () => {
  const desk = await openDesk(world());
  const client = await desk.workspace.teammate('client-reader', { inTeam: false });
  const agent = await desk.workspace.teammate('agent', { name: 'Ada Agent' });
  const { conversationId } = await desk.mail({ text: 'Where is my parcel?', at: monday });
  const answer = (text: string) => ({
    id: newId(),
    text,
    lastSeenVersion: 99,
    sendAnyway: true,
    then: 'stay' as const,
  });
  const mistaken = answer('A mistake');
  await desk.workspace.act(
    agent,
    (ctx) => addNote(ctx, conversationId, { id: newId(), text: 'She shouted.', mentions: [] }),
    after(1),
  );
  await desk.workspace.act(agent, (ctx) => reply(ctx, conversationId, mistaken), after(2));
  await desk.workspace.act(agent, (ctx) => undoSend(ctx, mistaken.id), after(2));
  const comes = answer('It comes on Friday.');
  await desk.workspace.act(agent, (ctx) => reply(ctx, conversationId, comes), after(3));
  const held = await desk.workspace.read(client, (ctx) => entriesForClient(ctx, conversationId, { limit: 10 }));
  expect(held.rows.map(({ text }) => text)).toEqual(['Where is my parcel?']);
  const opens = await filesOf(desk.workspace.id, [mistaken.id, comes.id]);
  expect(await opens(client)).toEqual([false, false]);
  await world().database.pool.query(
    'update deliveries set sent_at = $2 where workspace_id = $1 and cancelled_at is null',
    [desk.workspace.id, after(4)],
  );
  // what was said opens with its file, what was taken back never does
  expect(await opens(client)).toEqual([false, true]);
  const told = await desk.workspace.read(client, async (ctx) => ({
    list: await listForClient(ctx, { brandId: desk.workspace.brandId, limit: 10 }),
    spine: await entriesForClient(ctx, conversationId, { limit: 10 }),
  }));
  expect(told.spine.rows.map(({ kind, text }) => [kind, text])).toEqual([
    ['in', 'Where is my parcel?'],
    ['out', 'It comes on Friday.'],
  ]);
  expect(JSON.stringify(told)).not.toMatch(/shouted|mistake/iu);
  // a random id may hold these letters, but no capital
  expect(JSON.stringify(told)).not.toContain('Ada');
});

/** Gives each of these messages a file; answers which of them open for somebody. */
async function filesOf(workspaceId: string, entryIds: readonly string[]) {
  const ids: string[] = [];
  for (const entryId of entryIds) {
    const { sha256, sizeBytes } = await world().tools.files.put(workspaceId, Buffer.from(`Of ${entryId}`));
    const id = newId();
    await world().database.pool.query(
      `insert into message_files (workspace_id, id, entry_id, entry_kind, sha256, name, media_type, size_bytes)
       select $1, $2, $3, kind, $4, 'a.txt', 'text/plain', $5 from entries where workspace_id = $1 and id = $3`,
      [workspaceId, id, entryId, sha256, sizeBytes],
    );
    ids.push(id);
  }
  return async (actor: Actor): Promise<readonly boolean[]> => {
    const opened = ids.map((id) =>
      world()
        .tools.read({ workspaceId, actor }, (ctx) => fileForClient(ctx, world().files, id))
        .then(
          () => true,
          (error: { status?: number }) => {
            expect(error.status).toBe(404);
            return false;
          },
        ),
    );
    return Promise.all(opened);
  };
}
