import { beforeAll, expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { addNote, close, list, loadMany, merge, openConversationOf, reply } from '#domains/conversations';
import { customerView, findOrMakeCustomer, identitiesOf, mergeCustomers } from '#domains/customers';
import type { EntryView } from '#domains/conversations/contract';
import { newId } from '#platform/database';
import type { Server } from '#platform/http';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../../tests/support/desk.ts';
import { knockAt } from '../../../tests/support/phone.ts';
import { newVisitor, openDoors, openWebsite } from '../../../tests/support/website.ts';
import { useWorld } from '../../../tests/support/world.ts';
import type { Workspace } from '../../../tests/support/workspace.ts';
import { takeChat } from '../take-chat.ts';
import { refuseTooMany } from './often.ts';

const world = useWorld();
let server: Server;
let workspace: Workspace;
let agent: Actor & { readonly id: string };
let key = '';
beforeAll(async () => {
  server = await openDoors(world());
  workspace = await world().newWorkspace();
  ({ key } = await openWebsite(workspace));
  agent = await workspace.teammate('chat-agent', { name: 'Priya Raman' });
});

/** The newest conversations, as the owner sees them. */
async function newest() {
  const owner = await workspace.refresh(workspace.owner);
  return (await workspace.read(owner, (ctx) => list(ctx, { box: 'all', limit: 50 } as never))).rows;
}

async function answers(conversationId: string, text: string, by: Actor = agent): Promise<void> {
  const [row] = await workspace.read(null, (ctx) => loadMany(ctx, [conversationId]));
  await workspace.act(by, (ctx) =>
    reply(ctx, conversationId, {
      id: newId(),
      text,
      lastSeenVersion: row?.version ?? 0,
      sendAnyway: true,
      then: 'stay',
    }),
  );
  await world().runJobs();
}

/** What a visitor's words opened, or joined. */
async function conversationOf(visitorId: string): Promise<string> {
  const { conversation_id: id } = await world()
    .database.db.selectFrom('chat_visitors')
    .select('conversation_id')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', visitorId)
    .executeTakeFirstOrThrow();
  return id ?? '';
}

test('words from a website open a conversation and join it; an answer is theirs to read, by the first name of who gave it', async () => {
  const maya = newVisitor(server, key);
  expect(await maya.talk()).toMatchObject({ state: 'nothing', said: [] });
  expect((await maya.says('Is the Ridgeline in stock?', { page: 'https://shop.example/tents' })).statusCode).toBe(200);
  expect((await maya.says('In orange?')).statusCode).toBe(200);
  const id = await conversationOf(maya.id);
  expect(await maya.talk()).toMatchObject({ state: 'waiting', with: null, hasEarlier: false });
  await workspace.act(agent, (ctx) => takeChat(ctx, id));
  await answers(id, 'Yes, in our Nordstan shop.');
  await workspace.act(agent, (ctx) => addNote(ctx, id, { id: newId(), text: 'She sounds in a hurry.' } as never));
  const talk = await maya.talk();
  expect(talk.said.map(({ by, text, name }) => [by, name, text])).toEqual([
    ['visitor', null, 'Is the Ridgeline in stock?'],
    ['visitor', null, 'In orange?'],
    ['us', 'Priya', 'Yes, in our Nordstan shop.'],
  ]);
  expect(talk).toMatchObject({ state: 'with-us', with: { name: 'Priya' } });
  await workspace.act(agent, (ctx) => close(ctx, id, 'answered'));
  expect(await maya.talk()).toMatchObject({ state: 'closed', with: null });
});

test('the same message twice is one; its id in another mouth is refused, and tells nothing', async () => {
  const [one, other] = [newVisitor(server, key), newVisitor(server, key)];
  const id = newId();
  for (const _twice of [1, 2]) expect((await one.says('Only once.', { id })).statusCode).toBe(200);
  expect((await one.talk()).said.filter(({ text }) => text === 'Only once.')).toHaveLength(1);
  expect((await other.says('Only once.', { id })).statusCode).toBe(409);
  expect(await other.talk()).toMatchObject({ state: 'nothing', said: [] });
});

test('who has the id and not the secret, no pass, another website’s key, or a closed line reads and says nothing', async () => {
  const maya = newVisitor(server, key);
  await maya.says('This is mine alone.');
  const thief = newVisitor(server, key, `${maya.id}.${'x'.repeat(40)}`);
  for (const answer of [await thief.reads(), await thief.says('I am Maya.'), await thief.notes({ name: 'Maya' })])
    expect([answer.statusCode, answer.body.includes('mine alone')]).toEqual([403, false]);
  expect((await newVisitor(server, key, 'nobody').reads()).statusCode).toBe(401);
  const elsewhere = await world().newWorkspace();
  const { key: otherKey } = await openWebsite(elsewhere);
  expect(await newVisitor(server, otherKey, maya.pass).talk()).toMatchObject({ said: [], state: 'nothing' });
  const second = await openWebsite(workspace);
  expect((await newVisitor(server, second.key, maya.pass).reads()).statusCode).toBe(403);
  expect((await newVisitor(server, 'no-such-website-22222222', maya.pass).reads()).statusCode).toBe(404);
  await workspace.act(workspace.owner, (ctx) =>
    openLine(ctx, { channel: 'chat', name: 'Play', address: 'play-22222222', settings: { simulated: true } }),
  );
  expect((await newVisitor(server, 'play-22222222').says('Anybody?')).statusCode).toBe(404);
});

test('an address that is typed makes nobody somebody else, whoever comes by it later', async () => {
  const known = newVisitor(server, key);
  await known.says('My order FH-20871.', { name: 'Karin Holm', address: 'karin@holm.example' });
  const claimer = newVisitor(server, key);
  await claimer.says('I am Karin. Where is my order?', { name: 'Karin Holm', address: 'Karin@holm.example' });
  const [first, second] = [await conversationOf(known.id), await conversationOf(claimer.id)];
  expect(second).not.toBe(first);
  const rows = (await newest()).filter(({ id }) => id === first || id === second);
  const customers = rows.map(({ customer }) => customer.id ?? '');
  expect(new Set(customers).size).toBe(2);
  for (const id of customers)
    expect((await workspace.read(null, (ctx) => identitiesOf(ctx, id))).map(({ kind }) => kind)).toEqual(['visitor']);
  // the address is there for an answer to go to, and the one who has it is a customer of their own when they write
  expect(await known.talk()).toMatchObject({ address: 'karin@holm.example', said: [{ text: 'My order FH-20871.' }] });
  const brandId = workspace.brandId;
  const real = { brandId, kind: 'address', value: 'karin@holm.example', at: new Date() } as const;
  const { customerId, made } = await workspace.act(null, (ctx) => findOrMakeCustomer(ctx, real));
  expect([made, customers.includes(customerId)]).toEqual([true, false]);
});

test('a name they tell later replaces what we called them, and never what a teammate wrote', async () => {
  const maya = newVisitor(server, key);
  await maya.says('Hello?');
  const id = await conversationOf(maya.id);
  const customerId = (await newest()).find((row) => row.id === id)?.customer.id ?? '';
  const name = async () => (await workspace.read(workspace.owner, (ctx) => customerView(ctx, customerId))).name;
  expect(await name()).toBe('');
  const called = async () => (await newest()).find((row) => row.id === id)?.customer.name;
  expect(await called()).toMatch(/^Visitor [\dA-F]{4}$/);
  expect((await maya.notes({ name: 'Maya Lind' })).statusCode).toBe(200);
  expect(await name()).toBe('Maya Lind');
  await world().runJobs();
  expect(await called()).toBe('Maya Lind');
  await maya.notes({ name: 'Somebody else' });
  await maya.says('Me again.', { name: 'Somebody else' });
  expect(await name()).toBe('Maya Lind');
});

test('two matters that are merged stay readable to each visitor as what was said with them, and an answer goes to one', async () => {
  const [one, other] = [newVisitor(server, key), newVisitor(server, key)];
  await one.says('From the phone.');
  await other.says('From the laptop.');
  const [from, to] = [await conversationOf(one.id), await conversationOf(other.id)];
  await workspace.act(workspace.owner, (ctx) => merge(ctx, from, to));
  await answers(to, 'To the one who is asked.');
  expect((await other.talk()).said.map(({ text }) => text)).toEqual(['From the laptop.', 'To the one who is asked.']);
  expect((await one.talk()).said.map(({ text }) => text)).toEqual(['From the phone.']);
  // they go on in the matter that is there
  await one.says('Me once more.');
  const now = await conversationOf(one.id);
  const [row] = await workspace.read(null, (ctx) => loadMany(ctx, [now]));
  expect(row?.merged_at).toBeNull();
});

test('an answer in a matter that began by mail goes to the browser that asked, not to an address', async () => {
  const desk = await openDesk(world());
  const website = await openWebsite(desk.workspace);
  const { conversationId } = await desk.mail({ subject: 'By mail', at: new Date(), file: Buffer.from('A plan') });
  const [mailed] = await desk.workspace.read(null, (ctx) => loadMany(ctx, [conversationId]));
  const visitor = newVisitor(server, website.key);
  await visitor.says('And by chat.');
  const of = { brandId: desk.workspace.brandId, kind: 'visitor', value: visitor.id, at: new Date() } as const;
  const { customerId } = await desk.workspace.act(null, (ctx) => findOrMakeCustomer(ctx, of));
  const own = (await desk.workspace.read(null, (ctx) => openConversationOf(ctx, { ...of, customerId })))
    ?.conversationId;
  await desk.workspace.act(desk.workspace.owner, (ctx) => close(ctx, own ?? '', 'answered'));
  await desk.workspace.act(desk.workspace.owner, (ctx) => mergeCustomers(ctx, mailed?.customer_id ?? '', customerId));
  await visitor.says('It is me.');
  const given = { id: newId(), text: 'Here you are.', lineId: website.lineId, sendAnyway: true, then: 'stay' } as const;
  const answer = (more: object) =>
    desk.workspace.act(desk.workspace.owner, (ctx) =>
      reply(ctx, conversationId, { ...given, lastSeenVersion: 0, ...more }),
    );
  const file = await world()
    .database.db.selectFrom('message_files')
    .select('id')
    .where('workspace_id', '=', desk.workspace.id)
    .executeTakeFirstOrThrow();
  // a chat takes words alone: what would not arrive is not sent
  await expect(answer({ carriedFileIds: [file.id] })).rejects.toMatchObject({ code: 'conversations/no-files-here' });
  await answer({});
  await world().runJobs();
  expect((await visitor.talk()).said.map(({ text }) => text)).toEqual(['And by chat.', 'It is me.', 'Here you are.']);
});

test('what is older comes by pages, and none is left out or twice', async () => {
  const maya = newVisitor(server, key);
  const wanted = Array.from({ length: 53 }, (_none, index) => `Line ${index}`);
  for (const text of wanted) await maya.says(text);
  const last = await maya.talk();
  expect([last.said.length, last.hasEarlier]).toEqual([50, true]);
  const before = await maya.talk(`?before=${last.said[0]?.id}`);
  expect(before.hasEarlier).toBe(false);
  expect([...before.said, ...last.said].map(({ text }) => text)).toEqual(wanted);
});

test('a person writes as much as they like, a machine does not fill the house, and what is refused says so', async () => {
  const machine = newVisitor(server, key);
  expect((await machine.says('Again')).statusCode).toBe(200);
  for (let count = 1; count < 200; count += 1) refuseTooMany('203.0.113.9', machine.id);
  const refused = await machine.says('And again');
  expect([refused.statusCode, JSON.parse(refused.body)]).toMatchObject([429, { code: 'chats/too-often' }]);
  expect((await newVisitor(server, key).says('Another person')).statusCode).toBe(200);
  expect((await newVisitor(server, key).says('')).statusCode).toBe(422);
  expect((await newVisitor(server, key).says('x'.repeat(5_001))).statusCode).toBe(422);
});

test('who is erased is gone from here too: their pass opens nothing, and nobody keeps their address', async () => {
  const [maya, other] = [newVisitor(server, key), newVisitor(server, key)];
  await maya.says('Forget me.', { address: 'maya@gone.example' });
  await other.says('I am somebody else.', { address: 'Karla@gone.example' });
  const id = await conversationOf(maya.id);
  const customerId = (await newest()).find((row) => row.id === id)?.customer.id ?? '';
  const karla = { brandId: workspace.brandId, kind: 'address', value: 'karla@gone.example', at: new Date() } as const;
  const { customerId: karlaId } = await workspace.act(null, (ctx) => findOrMakeCustomer(ctx, karla));
  const owner = await workspace.refresh(workspace.owner);
  const body = { reason: 'asked-by-customer' };
  for (const erased of [customerId, karlaId])
    await knockAt(world(), workspace, owner, 'POST /api/customers/:id/erasure', new Date(), {
      params: { id: erased },
      body,
    });
  expect(await maya.talk()).toMatchObject({ said: [], state: 'nothing', address: null });
  expect(await other.talk()).toMatchObject({ said: [{ text: 'I am somebody else.' }], address: null });
});

test('an answer that nobody is there to be brought is told as failed', async () => {
  const maya = newVisitor(server, key);
  await maya.says('Hello, and goodbye for ever.');
  const id = await conversationOf(maya.id);
  await world()
    .database.db.deleteFrom('chat_visitors')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', maya.id)
    .execute();
  await answers(id, 'Are you still there?');
  const { rows } = (await knockAt(world(), workspace, agent, 'GET /api/conversations/:id/entries', new Date(), {
    params: { id },
    query: { limit: 30 },
  })) as { rows: readonly EntryView[] };
  expect(rows.at(-1)?.deliveries).toMatchObject([{ state: 'failed', failure: expect.stringContaining('not in it') }]);
});
