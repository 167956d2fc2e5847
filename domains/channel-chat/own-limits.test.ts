import { expect, test } from 'vitest';
import { insertServed, openBrand, openLine } from '#domains/brands';
import { listLive } from '#domains/conversations';
import { writeSetting } from '#domains/identity';
import { insertMember, standardQueueOf } from '#domains/teams';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/chat-desk.ts';
import { after } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import { chatLimitsPart } from './config-part.ts';
import { channelKind } from './contract.ts';
import { chatLimit, listOwnLimits, setOwnLimit } from './own-limits.ts';
import { takeChat } from './take-chat.ts';
import { chatLimitTopic } from './topic.ts';

const world = useWorld();
/** Somebody leaves the workspace. */
const leave = ({ id: workspaceId }: { readonly id: string }, id: string) =>
  world().database.pool.query('update teammates set deactivated_at = now() where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
  ]);
const limitReached = { code: 'chats/limit-reached' };

test('a teammate’s own number, above or below the workspace’s, is what they may take; taken back, the workspace’s is', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const { owner } = workspace;
  const [newcomer, expert] = [await workspace.teammate('chat-agent'), await workspace.teammate('chat-agent')];
  const ids: string[] = [];
  for (let at = 0; at < 7; at += 1) ids.push(await desk.says(at, `customer-${at}`, `I am number ${at}.`));
  const take = (agent: Actor, at: number) =>
    workspace.act(agent, (ctx) => takeChat(ctx, ids[at] ?? ''), after(10 + at));
  const set = (agent: Actor, limit: number | null) =>
    workspace.act(owner, (ctx) => setOwnLimit(ctx, agent.id ?? '', limit), after(9));
  await set(newcomer, 1);
  await set(expert, 4);
  await take(newcomer, 0);
  await expect(take(newcomer, 1)).rejects.toMatchObject({ ...limitReached, more: { limit: 1 } });
  for (const at of [1, 2, 3, 4]) await take(expert, at);
  await expect(take(expert, 5)).rejects.toMatchObject({ ...limitReached, more: { limit: 4 } });

  // what is at hand stays, however low the number becomes
  await set(expert, 2);
  expect((await workspace.read(expert, listLive)).mine).toHaveLength(4);
  await expect(take(expert, 5)).rejects.toMatchObject(limitReached);

  await set(newcomer, null);
  const mine = () => workspace.read(newcomer, (ctx) => chatLimit(ctx, newcomer.id));
  expect(await mine()).toBe(3);
  await take(newcomer, 5);
  await workspace.act(owner, (ctx) => writeSetting(ctx, 'chats.limit', 2), after(11));
  expect(await mine()).toBe(2);
  await expect(take(newcomer, 6)).rejects.toMatchObject({ ...limitReached, more: { limit: 2 } });
});

test('two chats taken at the same moment never pass the number; a number given meanwhile counts for the second', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('chat-agent');
  await workspace.act(workspace.owner, (ctx) => setOwnLimit(ctx, agent.id, 1));
  const ids: string[] = [];
  for (let at = 0; at < 4; at += 1) ids.push(await desk.says(at, `racer-${at}`, 'Me first.'));
  const tries = await Promise.allSettled(ids.map((id) => workspace.act(agent, (ctx) => takeChat(ctx, id), after(9))));
  const refused = tries.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(3);
  for (const { reason } of refused) expect(reason).toMatchObject(limitReached);
  expect((await workspace.read(agent, listLive)).mine).toHaveLength(1);
});

test('the number is one for all brands that somebody serves', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('chat-agent');
  const second = await workspace.act(workspace.owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const owner = await workspace.refresh(workspace.owner);
  const queue = await workspace.read(null, (ctx) => standardQueueOf(ctx, second.id));
  const line = await workspace.act(owner, (ctx) =>
    openLine(ctx, {
      brandId: second.id,
      channel: channelKind,
      name: 'Second chat',
      address: `${newId()}.chat.test`,
      settings: { simulated: true },
      ...(queue && { queueId: queue.id }),
    }),
  );
  await workspace.act(null, async (ctx) => {
    await insertServed(ctx, second.id, agent.id);
    if (queue && queue.teamId !== workspace.teamId) await insertMember(ctx, queue.teamId, agent.id, false);
  });
  await workspace.act(owner, (ctx) => setOwnLimit(ctx, agent.id, 1));
  const serving = await workspace.refresh(agent);
  const here = await desk.says(0, 'ida', 'Hello?');
  const there = await desk.says(1, 'ida', 'Hello, the other one?', line.id);
  await workspace.act(serving, (ctx) => takeChat(ctx, there), after(2));
  await expect(workspace.act(serving, (ctx) => takeChat(ctx, here), after(3))).rejects.toMatchObject(limitReached);
});

test('who may change settings gives numbers, who sees settings sees them, and nobody reaches another workspace', async () => {
  const workspace = await world().newWorkspace();
  const other = await world().newWorkspace();
  const [agent, leader] = [await workspace.teammate('chat-agent'), await workspace.teammate('team-leader')];
  const set = (by: Actor, id: string, limit: number | null = 2, where = workspace) =>
    where.act(by, (ctx) => setOwnLimit(ctx, id, limit));
  const list = (by: Actor) => workspace.read(by, (ctx) => listOwnLimits(ctx, { limit: 50 }));
  for (const by of [agent, leader]) await expect(set(by, agent.id)).rejects.toMatchObject({ status: 403 });
  const ofBrand = { ...workspace.owner, permissions: new Map([['settings.configure', 'brand' as const]]) };
  await expect(set(ofBrand, agent.id)).rejects.toMatchObject({ status: 403 });
  await set(workspace.owner, agent.id);
  await expect(list(agent)).rejects.toMatchObject({ status: 404 });
  expect(await list(leader)).toMatchObject({ rows: [{ teammateId: agent.id, limit: 2 }], can: [] });
  expect(await list(workspace.owner)).toMatchObject({
    workspace: { limit: 3, goalSeconds: 40, mailAfterSeconds: 120 },
    can: ['change'],
  });

  await expect(set(other.owner, agent.id, 2, other)).rejects.toMatchObject({ status: 404 });
  expect(await other.read(other.owner, (ctx) => listOwnLimits(ctx, { limit: 50 }))).toMatchObject({ rows: [] });
  expect(await other.read(other.owner, (ctx) => chatLimit(ctx, agent.id))).toBe(3);

  // who left is still named, so that their number can go; none is given to them
  await leave(workspace, agent.id);
  expect((await list(leader)).rows).toMatchObject([{ teammateId: agent.id, hasLeft: true }]);
  await expect(set(workspace.owner, agent.id, 4)).rejects.toMatchObject({ status: 404 });
  await set(workspace.owner, agent.id, null);
  expect((await list(leader)).rows).toEqual([]);
});

test('the list is paged, and each change is told, written down and heard on open screens once', async () => {
  const workspace = await world().newWorkspace();
  const { owner } = workspace;
  const people = [];
  for (let at = 0; at < 3; at += 1) people.push(await workspace.teammate('chat-agent', { name: `Agent ${at}` }));
  const [first] = people;
  const set = (id: string, limit: number | null) => workspace.act(owner, (ctx) => setOwnLimit(ctx, id, limit));
  for (const { id } of people) await set(id, 2);
  const page = (next?: string) => workspace.read(owner, (ctx) => listOwnLimits(ctx, { limit: 2, after: next }));
  const one = await page();
  const two = await page(one.next ?? '');
  expect([...one.rows, ...two.rows].map(({ name }) => name)).toEqual(['Agent 0', 'Agent 1', 'Agent 2']);
  expect(two.next).toBeNull();
  await expect(page('nowhere')).rejects.toMatchObject({ code: 'invalid-input' });

  const id = first?.id ?? '';
  const heads = async () => [
    await workspace.read(null, (ctx) => chatLimitTopic.head(ctx, 'chat-limit:all')),
    await workspace.read(null, (ctx) => chatLimitTopic.head(ctx, `chat-limit:${id}`)),
  ];
  const before = await heads();
  world().published.length = 0;
  await set(id, 5);
  await set(id, 5);
  await set(id, null);
  const changes = world().published.filter(({ topic }) => topic === 'chat-limit');
  expect(changes).toMatchObject([{ subjectId: id }, { subjectId: id }]);
  for (const [at, head] of (await heads()).entries()) expect(head).not.toBe(before[at]);
  const { pool } = world().database;
  const { rows: events } = await pool.query(
    "select body from events where workspace_id = $1 and name = 'chat-limit.changed' and subject_id = $2 order by id",
    [workspace.id, id],
  );
  expect(events.map(({ body }) => body)).toEqual([
    { limit: 2, before: null },
    { limit: 5, before: 2 },
    { limit: null, before: 5 },
  ]);
  const { rows: lines } = await pool.query(
    "select object_name, change from audit_log where workspace_id = $1 and action = 'own-limit.changed' and object_id = $2 order by position",
    [workspace.id, id],
  );
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatchObject({ object_name: 'Agent 0', change: { before: { limit: 2 }, after: { limit: 5 } } });
});

test('open screens follow their own number and the workspace’s, and nobody another’s', async () => {
  const workspace = await world().newWorkspace();
  const [agent, colleague] = [await workspace.teammate('chat-agent'), await workspace.teammate('chat-agent')];
  const joins = (by: Actor, room: string) => workspace.read(by, (ctx) => chatLimitTopic.mayJoin(ctx, room));
  expect(await joins(agent, `chat-limit:${agent.id}`)).toBe(true);
  expect(await joins(agent, 'chat-limit:workspace')).toBe(true);
  for (const room of [`chat-limit:${colleague.id}`, 'chat-limit:all', 'chat-limit:elsewhere'])
    expect(await joins(agent, room), room).toBe(false);
  expect(await joins(workspace.owner, 'chat-limit:all')).toBe(true);
  const rows = await workspace.read(null, (ctx) => chatLimitTopic.load(ctx, [agent.id, workspace.id]));
  expect(chatLimitTopic.view(colleague, rows.get(agent.id))).toBeNull();
  expect(chatLimitTopic.view(agent, rows.get(agent.id))).toEqual({ id: agent.id });
  expect(chatLimitTopic.rooms(rows.get(workspace.id))).toContain('chat-limit:workspace');
  world().published.length = 0;
  await workspace.act(workspace.owner, (ctx) => writeSetting(ctx, 'chats.limit', 5));
  expect(world().published).toContainEqual(expect.objectContaining({ topic: 'chat-limit', subjectId: workspace.id }));
});

test('a file of set-up holds the numbers of those who work here', async () => {
  const workspace = await world().newWorkspace();
  const [stays, leaves] = [await workspace.teammate('chat-agent'), await workspace.teammate('chat-agent')];
  const item = { teammateId: stays.id, limit: 5 };
  await workspace.act(workspace.owner, (ctx) => chatLimitsPart.write(ctx, item, undefined));
  await workspace.act(workspace.owner, (ctx) => setOwnLimit(ctx, leaves.id, 1));
  await leave(workspace, leaves.id);
  expect(await workspace.read(workspace.owner, (ctx) => chatLimitsPart.read(ctx))).toEqual([item]);
  expect(chatLimitsPart.item.safeParse({ ...item, limit: 7 }).success).toBe(false);
});
