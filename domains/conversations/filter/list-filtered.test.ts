import { expect, test } from 'vitest';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { assign } from '../assign.ts';
import { close } from '../close.ts';
import type { Condition, Filter } from '../contract.ts';
import { list } from '../list.ts';
import { markRead } from '../mark-read.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');

test('one’s own, what is unread, and several states at once hold for each reader what they say, in their order', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  const other = await workspace.teammate('agent');
  const letters = ['mine', 'mine read', 'mine closed', 'theirs', 'nobody', 'nobody closed'];
  for (const [at, subject] of letters.entries()) {
    const { conversationId: id } = await desk.mail({ at: new Date(monday.getTime() + at * 60_000), subject });
    const assigneeId = subject.startsWith('mine') ? agent.id : other.id;
    if (!subject.startsWith('nobody')) await workspace.act(workspace.owner, (ctx) => assign(ctx, id, { assigneeId }));
    if (subject.endsWith('closed')) await workspace.act(workspace.owner, (ctx) => close(ctx, id, 'answered'));
    if (subject.endsWith('read')) await workspace.act(agent, (ctx) => markRead(ctx, id, 1_000));
  }
  const asked = async (who: Actor, of: Filter['of'], order: 'newest' | 'oldest' = 'newest') => {
    const filter: Filter = { match: 'all', of };
    const { rows } = await workspace.read(who, (ctx) => list(ctx, { box: 'filter', filter, order, limit: 10 }));
    return rows.map(({ subject }) => subject);
  };
  const mine: Condition = { field: 'assignee', op: 'is', values: ['me'] };
  const mineOrNobodys: Condition = { field: 'assignee', op: 'is', values: ['me', 'none'] };
  const unread: Condition = { field: 'unread', op: 'is', yes: true };
  const read: Condition = { field: 'unread', op: 'is', yes: false };
  const notClosed: Condition = { field: 'status', op: 'is-not', values: ['closed'] };
  const closed: Condition = { field: 'status', op: 'is', values: ['closed'] };

  expect(await asked(agent, [mine])).toEqual(['mine closed', 'mine read', 'mine']);
  expect(await asked(agent, [mine, unread], 'oldest')).toEqual(['mine', 'mine closed']);
  expect(await asked(agent, [mine, read])).toEqual(['mine read']);
  expect(await asked(agent, [mine, notClosed])).toEqual(['mine read', 'mine']);
  expect(await asked(agent, [mineOrNobodys, notClosed])).toEqual(['nobody', 'mine read', 'mine']);
  expect(await asked(workspace.owner, [mine])).toEqual([]);
  expect(await asked(workspace.owner, [unread, notClosed])).toEqual(['nobody', 'theirs', 'mine read', 'mine']);
  // said within a group that is met in one of two ways, a state narrows nothing else
  const closedOrMine: Filter['of'] = [{ match: 'any', of: [closed, mine] }];
  expect(await asked(agent, closedOrMine)).toEqual(['nobody closed', 'mine closed', 'mine read', 'mine']);
});
