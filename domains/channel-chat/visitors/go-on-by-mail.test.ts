import { beforeAll, expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { loadMany, reply } from '#domains/conversations';
import { newId } from '#platform/database';
import type { Server } from '#platform/http';
import { newVisitor, openDoors, openWebsite } from '../../../tests/support/website.ts';
import { useWorld } from '../../../tests/support/world.ts';
import type { Workspace } from '../../../tests/support/workspace.ts';

const world = useWorld();
let server: Server;
let workspace: Workspace;
let key = '';
const support = `support-${newId()}@shop.example`;
beforeAll(async () => {
  server = await openDoors(world());
  workspace = await world().newWorkspace();
  ({ key } = await openWebsite(workspace));
  const line = { channel: 'email', name: 'Support', address: support, settings: { door: true } };
  await workspace.act(workspace.owner, (ctx) => openLine(ctx, line));
});

/** Somebody writes, leaves an address, and is answered; gives them with what ends the wait of two minutes. */
async function answered(address: string | null, answers: readonly string[]) {
  const visitor = newVisitor(server, key);
  await visitor.says('Do you repair zips?', address === null ? {} : { address });
  const { conversation_id: id } = await world()
    .database.db.selectFrom('chat_visitors')
    .select('conversation_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', visitor.id)
    .executeTakeFirstOrThrow();
  for (const text of answers) {
    const [row] = await workspace.read(null, (ctx) => loadMany(ctx, [id ?? '']));
    const given = { id: newId(), text, lastSeenVersion: row?.version ?? 0, sendAnyway: false, then: 'stay' } as const;
    await workspace.act(workspace.owner, (ctx) => reply(ctx, id ?? '', given));
    await world().runJobs();
  }
  const wait = () => world().runJobs(new Date(Date.now() + 121_000));
  return { visitor, conversationId: id ?? '', wait };
}

/** What left for an address, oldest first. */
async function mailsTo(address: string): Promise<readonly string[]> {
  const rows = await world()
    .database.db.selectFrom('deliveries')
    .innerJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'deliveries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'deliveries.entry_id'),
    )
    .select('entry_bodies.text')
    .where('deliveries.workspace_id', '=', workspace.id)
    .where('deliveries.channel', '=', 'email')
    .where('deliveries.recipient', '=', address)
    .orderBy('deliveries.id')
    .execute();
  return rows.map(({ text }) => text);
}

test('what was not seen goes on in one mail, once, and is no second answer', async () => {
  const { conversationId, wait } = await answered('maya@lind.example', ['We do.', 'For ever.']);
  expect(await mailsTo('maya@lind.example')).toEqual([]);
  const [before] = await workspace.read(null, (ctx) => loadMany(ctx, [conversationId]));
  await wait();
  await wait();
  const [text, ...more] = await mailsTo('maya@lind.example');
  expect(text).toContain('Olive: We do.\n\nOlive: For ever.');
  expect(more).toEqual([]);
  const [after] = await workspace.read(null, (ctx) => loadMany(ctx, [conversationId]));
  expect(after).toMatchObject({ last_out_at: before?.last_out_at, last_channel: 'chat', waiting_since: null });
});

test('who saw it gets no mail, nor who left no address', async () => {
  const { visitor, wait } = await answered('seen@lind.example', ['We do.']);
  const said = (await visitor.talk()).said.findLast(({ by }) => by === 'us');
  expect((await visitor.notes({ seen: said?.id })).statusCode).toBe(200);
  await wait();
  expect(await mailsTo('seen@lind.example')).toEqual([]);
  const silent = await answered(null, ['We do.']);
  await silent.wait();
  expect((await silent.visitor.talk()).address).toBeNull();
});

test('an address of ours is nowhere to go on to: it is let go, and nothing goes round in a circle', async () => {
  const { visitor, wait } = await answered(support, ['We do.']);
  await wait();
  expect(await mailsTo(support)).toEqual([]);
  expect((await visitor.talk()).address).toBeNull();
});

test('nobody is stopped by it who is answering meanwhile', async () => {
  const { conversationId, wait } = await answered('busy@lind.example', ['We do.']);
  const [seen] = await workspace.read(null, (ctx) => loadMany(ctx, [conversationId]));
  await wait();
  expect(await mailsTo('busy@lind.example')).toHaveLength(1);
  const version = seen?.version ?? 0;
  const given = { id: newId(), text: 'More.', lastSeenVersion: version, sendAnyway: false, then: 'stay' } as const;
  const { entry } = await workspace.act(workspace.owner, (ctx) => reply(ctx, conversationId, given));
  expect(entry.channel).toBe('chat');
});
