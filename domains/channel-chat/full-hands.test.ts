import { expect, test } from 'vitest';
import { assign, close, conversationView, snooze } from '#domains/conversations';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/chat-desk.ts';
import { after, knockAt } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import { setOwnLimit } from './own-limits.ts';
import { takeChat } from './take-chat.ts';

const world = useWorld();
const full = { code: 'conversations/assignee-full', status: 409 };

/** A desk with waiting chats, a colleague who may have one at once, and a leader who hands chats out. */
async function handing(chats: number) {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('chat-agent');
  const leader = await workspace.teammate('team-leader');
  const ids: string[] = [];
  for (let at = 0; at < chats; at += 1) ids.push(await desk.says(at, `customer-${at}`, 'Hello?'));
  await workspace.act(workspace.owner, (ctx) => setOwnLimit(ctx, agent.id, 1));
  const hand = (by: Actor, at: number, to: string | null, anyway?: boolean) =>
    workspace.act(by, (ctx) => assign(ctx, ids[at] ?? '', { assigneeId: to, anyway }), after(20));
  const has = async () => {
    const views = await Promise.all(ids.map((id) => workspace.read(leader, (ctx) => conversationView(ctx, id))));
    return views.filter(({ assigneeId }) => assigneeId === agent.id).length;
  };
  const fullOnes = (by: Actor) =>
    knockAt(world(), workspace, by, 'GET /api/full-teammates', after(20), { query: { limit: 50 } });
  return { desk, workspace, agent, leader, ids, hand, has, fullOnes };
}

test('who hands a chat to somebody full is asked once, and hands it over anyway; the list says who is full', async () => {
  const { agent, leader, hand, has, fullOnes } = await handing(3);
  expect(await fullOnes(leader)).toMatchObject({ rows: [] });
  await hand(leader, 0, agent.id);
  const row = { teammateId: agent.id, channel: 'chat', has: 1, limit: 1 };
  expect(await fullOnes(leader)).toEqual({ rows: [row], next: null });
  await expect(hand(leader, 1, agent.id)).rejects.toMatchObject({ ...full, more: row });
  expect(await has()).toBe(1);
  await hand(leader, 1, agent.id, true);
  expect(await has()).toBe(2);
  // the same once more is nothing new, and taking away or giving to somebody with room is not asked about
  await hand(leader, 1, agent.id);
  await hand(leader, 2, leader.id);
  await hand(leader, 0, null);
  expect(await has()).toBe(1);
  // one's own hands are asked about too
  await expect(hand(agent, 0, agent.id)).rejects.toMatchObject(full);
});

test('what is closed or put away is not at hand, and a chat that comes back later fills nobody’s hands', async () => {
  const { workspace, agent, leader, ids, hand, has } = await handing(4);
  const [first = '', second = '', third = ''] = ids;
  await hand(leader, 0, agent.id);
  await workspace.act(agent, (ctx) => close(ctx, first, 'answered'), after(21));
  await hand(leader, 1, agent.id);
  await workspace.act(agent, (ctx) => snooze(ctx, second, after(600)), after(21));
  await workspace.act(leader, (ctx) => snooze(ctx, third, after(600)), after(21));
  await hand(leader, 2, agent.id);
  await hand(leader, 3, agent.id);
  expect(await has()).toBe(4);
});

test('of two who hand to the same colleague at the same moment, or one who hands and one who takes, one is asked', async () => {
  const { workspace, agent, leader, ids, hand, has } = await handing(4);
  const tries = await Promise.allSettled([
    hand(leader, 0, agent.id),
    hand(workspace.owner, 1, agent.id),
    hand(leader, 2, agent.id),
    workspace.act(agent, (ctx) => takeChat(ctx, ids[3] ?? ''), after(20)),
  ]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await has()).toBe(1);
});

test('who shares no brand with somebody full does not hear of them', async () => {
  const { agent, leader, hand, fullOnes } = await handing(1);
  await hand(leader, 0, agent.id);
  expect(await fullOnes({ ...leader, brandIds: new Set() })).toMatchObject({ rows: [] });
  const other = await world().newWorkspace();
  expect(
    await knockAt(world(), other, other.owner, 'GET /api/full-teammates', after(20), { query: { limit: 50 } }),
  ).toMatchObject({
    rows: [],
  });
});
