import { expect, test } from 'vitest';
import { assign, close, confide, conversationView, setPriority } from '#domains/conversations';
import { addCalendar } from '#domains/calendars';
import { CalendarId } from '#domains/calendars/contract';
import { insertTeam, openQueue } from '#domains/teams';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { readHistory } from '#platform/work';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import type { BatchAction } from './contract.ts';
import { cancelBatch, undoBatch } from './end-batch.ts';
import { listBatchItems, listBatches } from './list-batches.ts';
import { batchView, load } from './queries.ts';
import { type Chosen, countChosen, startBatch } from './start-batch.ts';
import { runBatch } from './work-batch.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');

/** A desk with some mails, the first ones oldest. */
async function deskWith(mails: number) {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const ids: string[] = [];
  for (let at = 0; at < mails; at += 1)
    ids.push((await desk.mail({ at: new Date(monday.getTime() + at * 60_000), subject: `Mail ${at}` })).conversationId);
  return { desk, agent, ids };
}

const start = (desk: Desk, actor: Actor, action: BatchAction, chosen: Chosen, id = newId()) =>
  desk.workspace.act(actor, (ctx) => startBatch(ctx, { id, action, ...chosen }));
const work = (desk: Desk, batchId: string, tools: Tools = world().tools) =>
  runBatch.run(tools, { workspaceId: desk.workspace.id, batchId });
const state = (desk: Desk, actor: Actor, id: string) =>
  desk.workspace.read(actor, async (ctx) => batchView(ctx, await load(ctx, id)));
const views = (desk: Desk, actor: Actor, ids: readonly string[]) =>
  Promise.all(ids.map((id) => desk.workspace.read(actor, (ctx) => conversationView(ctx, id))));

test('many are closed at once, each in its history by name and in bulk, and one undo opens them all again', async () => {
  const { desk, agent, ids } = await deskWith(3);
  const [first = '', second = ''] = ids;
  await desk.workspace.act(agent, (ctx) => close(ctx, second, 'answered'));
  const batch = await start(desk, agent, { do: 'close' }, { ids });
  expect(batch).toMatchObject({ state: 'running', total: 3, progress: 0, can: ['cancel'] });
  await work(desk, batch.id);
  expect(await state(desk, agent, batch.id)).toMatchObject({ state: 'done', progress: 3, refused: 0, can: ['undo'] });
  expect((await views(desk, agent, ids)).map(({ status }) => status.category)).toEqual(['closed', 'closed', 'closed']);
  const told = await desk.workspace.read(agent, (ctx) => readHistory(ctx, first, { limit: 20 }));
  expect(told.find(({ name }) => name === 'conversation.closed')).toMatchObject({ via: 'bulk', actorId: agent.id });

  await desk.workspace.act(agent, (ctx) => undoBatch(ctx, batch.id));
  await work(desk, batch.id);
  expect(await state(desk, agent, batch.id)).toMatchObject({ state: 'undone', progress: 2, can: [] });
  // what was closed before was not ours to open
  expect((await views(desk, agent, ids)).map(({ status }) => status.category)).toEqual(['open', 'closed', 'open']);
});

test('what is confidential is changed and named by no batch of who is not let in, by its id or by a view', async () => {
  const { desk, agent, ids } = await deskWith(3);
  const [, secret = '', late = ''] = ids;
  const { owner } = desk.workspace;
  const shut = (id: string) => desk.workspace.act(owner, (ctx) => confide(ctx, id, []));
  await shut(secret);
  const batch = await start(desk, agent, { do: 'priority', priority: 4 }, { ids });
  // this one becomes so between the asking and the work
  await shut(late);
  await work(desk, batch.id);
  const priorities = (await views(desk, owner, ids)).map(({ priority }) => priority);
  expect(priorities).toEqual([4, 2, 2]);
  for (const outcome of ['refused', 'skipped', 'changed'] as const) {
    const told = await desk.workspace.read(agent, (ctx) => listBatchItems(ctx, batch.id, { outcome }));
    expect(JSON.stringify(told)).not.toMatch(/Mail [12]/);
  }
  const all = { box: 'filter' as const, order: 'newest' as const, filter: JSON.stringify({ match: 'all', of: [] }) };
  expect(await desk.workspace.read(agent, (ctx) => countChosen(ctx, all))).toMatchObject({ count: 1 });
});

test('what may not be done is refused in words and the others go on; what somebody changed since stays', async () => {
  const { desk, agent, ids } = await deskWith(3);
  const [first = '', second = '', third = ''] = ids;
  const outsider = await desk.workspace.teammate('agent', { inTeam: false });
  await desk.workspace.act(agent, (ctx) => assign(ctx, second, { assigneeId: agent.id }));
  const batch = await start(desk, agent, { do: 'assign', assigneeId: outsider.id }, { ids });
  await work(desk, batch.id);
  const after = await views(desk, desk.workspace.owner, ids);
  const { refused } = await state(desk, agent, batch.id);
  const items = await desk.workspace.read(agent, (ctx) => listBatchItems(ctx, batch.id, { outcome: 'refused' }));
  expect(items.rows.length).toBe(refused);
  for (const { why } of items.rows) expect(why).toMatch(/\w+/);
  expect(after.filter(({ assigneeId }) => assigneeId === outsider.id).length).toBe(3 - refused);

  const urgent = await start(desk, agent, { do: 'priority', priority: 4 }, { ids: [third, first] });
  await work(desk, urgent.id);
  await desk.workspace.act(desk.workspace.owner, (ctx) => setPriority(ctx, first, 1));
  await desk.workspace.act(agent, (ctx) => undoBatch(ctx, urgent.id));
  await work(desk, urgent.id);
  expect((await views(desk, desk.workspace.owner, [first, third])).map(({ priority }) => priority)).toEqual([1, 2]);
});

test('a worker killed in the middle leaves nothing undone and its successors do nothing twice', async () => {
  const { desk, agent, ids } = await deskWith(6);
  const batch = await start(desk, agent, { do: 'priority', priority: 3 }, { ids });
  let left = 3;
  const dying: Tools = {
    ...world().tools,
    transact: (who, verb) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return world().tools.transact(who, verb);
    },
  };
  await expect(work(desk, batch.id, dying)).rejects.toThrow('killed');
  expect(await state(desk, agent, batch.id)).toMatchObject({ state: 'running', progress: 3 });
  await Promise.all([work(desk, batch.id), work(desk, batch.id)]);
  await work(desk, batch.id);
  expect(await state(desk, agent, batch.id)).toMatchObject({ state: 'done', progress: 6, refused: 0 });
  for (const id of ids) {
    const told = await desk.workspace.read(agent, (ctx) => readHistory(ctx, id, { limit: 50 }));
    expect(told.filter(({ name }) => name === 'conversation.priority-changed').length).toBe(1);
  }
});

test('a whole list is chosen beyond what is loaded, but for some; cancelled it stops, and what was done can be undone', async () => {
  const { desk, agent, ids } = await deskWith(4);
  const [first = ''] = ids;
  const asked = { box: 'all' as const, order: 'oldest' as const };
  expect(await desk.workspace.read(agent, (ctx) => countChosen(ctx, asked))).toEqual({ count: 4, isMore: false });
  const batch = await start(desk, agent, { do: 'tag', names: ['storm'] }, { list: asked, except: [first] });
  expect(batch.total).toBe(3);
  let left = 1;
  const slow: Tools = {
    ...world().tools,
    transact: (who, verb) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return world().tools.transact(who, verb);
    },
  };
  await expect(work(desk, batch.id, slow)).rejects.toThrow('killed');
  await desk.workspace.act(agent, (ctx) => cancelBatch(ctx, batch.id));
  await work(desk, batch.id);
  expect(await state(desk, agent, batch.id)).toMatchObject({ state: 'cancelled', progress: 1, can: ['undo'] });
  const tagged = async () => (await views(desk, agent, ids)).filter(({ tags }) => tags.length > 0).length;
  expect(await tagged()).toBe(1);
  await desk.workspace.act(agent, (ctx) => undoBatch(ctx, batch.id));
  await work(desk, batch.id);
  expect(await tagged()).toBe(0);
});

test('a batch is its maker’s alone, asked twice it is one, and after a day it is too late for its undo', async () => {
  const { desk, agent, ids } = await deskWith(1);
  const other = await desk.workspace.teammate('agent');
  const id = newId();
  const once = await start(desk, agent, { do: 'read' }, { ids }, id);
  expect(await start(desk, agent, { do: 'read' }, { ids }, id)).toEqual(once);
  await expect(start(desk, other, { do: 'read' }, { ids }, id)).rejects.toMatchObject({ status: 409 });
  await expect(state(desk, other, id)).rejects.toMatchObject({ status: 404 });
  expect(await desk.workspace.read(other, listBatches)).toEqual({ rows: [] });
  await expect(start(desk, other, { do: 'read' }, { ids: [newId()] })).rejects.toMatchObject({ status: 404 });
  await work(desk, id);
  const tomorrow = new Date(Date.parse(once.madeAt) + 25 * 3_600_000);
  await expect(desk.workspace.act(agent, (ctx) => undoBatch(ctx, id), tomorrow)).rejects.toMatchObject({
    code: 'bulk/may-not-undo',
  });
});

test('many are put away as one is: each comes back when its own team works, and one that is asked to the minute at that minute', async () => {
  const { desk, ids } = await deskWith(2);
  const { workspace } = desk;
  const { owner } = workspace;
  const saturday = '2027-11-20T09:00:00.000Z';
  const snoozedUntil = async (action: BatchAction): Promise<readonly (string | null)[]> => {
    const batch = await start(desk, owner, action, { ids });
    await work(desk, batch.id);
    expect(await state(desk, owner, batch.id)).toMatchObject({ state: 'done', refused: 0 });
    return (await views(desk, owner, ids)).map((view) => view.snoozedUntil);
  };
  const nextMonday = '2027-11-22T09:00:00.000Z';
  expect(await snoozedUntil({ do: 'snooze', until: saturday, fits: true })).toEqual([nextMonday, nextMonday]);

  const sundays = CalendarId.parse(newId());
  const weekly = { '0': [{ open: '12:00', close: '20:00' }] };
  await workspace.act(workspace.owner, async (ctx) => {
    await addCalendar(ctx, { id: sundays, name: 'Sundays', zone: 'UTC', weekly, days: {} });
    const other = await insertTeam(ctx, { name: 'Sundays', calendarId: sundays });
    const { id } = await openQueue(ctx, { name: 'Sundays', brandId: workspace.brandId, teamId: other, position: 9 });
    await assign(ctx, ids[0] ?? '', { assigneeId: null, queueId: id });
  });
  const sunday = '2027-11-21T12:00:00.000Z';
  const both = await snoozedUntil({ do: 'snooze', until: saturday, fits: true });
  expect(both).toEqual([sunday, nextMonday]);
  expect(await snoozedUntil({ do: 'snooze', until: saturday })).toEqual([saturday, saturday]);
});
