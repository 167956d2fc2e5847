import { expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { writeSetting } from '#domains/identity';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { type ReopenRule, setReopening } from './follow-up.ts';
import { history } from './history.ts';
import { close, conversationView, list, merge } from './index.ts';
import { listLinks } from './links/list-links.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const day = (count: number): Date => new Date(monday.getTime() + count * 86_400_000);

test('without a rule an answer opens what was closed, however late, and the history says why', async () => {
  const { desk, agent, id } = await aClosedOne();
  expect((await desk.mail({ at: day(400), conversationId: id })).conversationId).toBe(id);
  const { rows } = await desk.workspace.read(agent, (ctx) => history(ctx, id, { limit: 50 }));
  expect(rows.find(({ name }) => name === 'conversation.reopened')?.changes).toEqual([
    { field: 'because', from: null, to: 'customer-wrote-again' },
  ]);
});

test('an answer after the days of its brand opens a follow-up in the same queue, and the next answer joins that one', async () => {
  const { desk, agent, id } = await aClosedOne();
  await rule(desk, [{ brandId: desk.workspace.brandId, lineId: null, afterDays: 14 }]);
  const soon = await desk.mail({ at: day(13), conversationId: id, externalThreadId: '<one@desk.test>' });
  expect(soon).toMatchObject({ conversationId: id, opened: false });
  await desk.workspace.act(agent, (ctx) => close(ctx, id, 'answered'), day(14));
  const late = await desk.mail({ at: day(29), conversationId: id, externalThreadId: '<one@desk.test>' });
  expect(late.opened).toBe(true);
  expect(late.conversationId).not.toBe(id);
  const read = { limit: 50 };
  expect(await desk.workspace.read(agent, (ctx) => listLinks(ctx, late.conversationId))).toMatchObject([
    { relation: 'follows', conversation: { id } },
  ]);
  const { rows } = await desk.workspace.read(agent, (ctx) => history(ctx, late.conversationId, read));
  expect(rows.find(({ name }) => name === 'conversation.follow-up-opened')?.changes).toEqual([
    { field: 'conversation', from: null, to: expect.stringContaining('Where is my order?') },
    { field: 'closedDays', from: null, to: '15' },
    { field: 'afterDays', from: null, to: '14' },
  ]);
  const queue = await desk.workspace.read(agent, (ctx) =>
    list(ctx, { box: 'queue', queueId: desk.workspace.queueId, order: 'due', limit: 10 }),
  );
  expect(queue.rows.map((row) => row.id)).toEqual([late.conversationId]);
  // to the old mail once more: it goes where the matter goes on
  const again = await desk.mail({ at: day(30), conversationId: id });
  expect(again).toMatchObject({ conversationId: late.conversationId, opened: false });
  expect(await desk.workspace.read(agent, (ctx) => conversationView(ctx, id))).toMatchObject({
    status: { category: 'closed' },
  });
  await desk.workspace.act(agent, (ctx) => close(ctx, late.conversationId, 'answered'), day(31));
  const third = await desk.mail({ at: day(60), conversationId: id });
  expect(await desk.workspace.read(agent, (ctx) => listLinks(ctx, third.conversationId))).toMatchObject([
    { relation: 'follows', conversation: { id: late.conversationId } },
  ]);
});

test('a line has its own rule before that of its brand, and nobody’s message opens no follow-up', async () => {
  const { desk, id } = await aClosedOne();
  const { brandId, owner } = desk.workspace;
  await rule(desk, [
    { brandId, lineId: null, afterDays: 0 },
    { brandId, lineId: desk.lineId, afterDays: null },
  ]);
  expect((await desk.mail({ at: day(50), conversationId: id })).conversationId).toBe(id);
  const other = await desk.workspace.act(owner, (ctx) =>
    openLine(ctx, {
      brandId,
      channel: 'email',
      name: 'Two',
      address: `two-${brandId.slice(-8)}@desk.test`,
      settings: {},
    }),
  );
  await rule(desk, [
    { brandId, lineId: other.id, afterDays: null },
    { brandId, lineId: null, afterDays: 0 },
  ]);
  await desk.workspace.act(owner, (ctx) => close(ctx, id, 'answered'), day(51));
  expect(await desk.mail({ at: day(90), conversationId: id, automatic: true })).toMatchObject({ conversationId: id });
});

test('an answer to what was merged away follows the one that stayed', async () => {
  const { desk, agent, id } = await aClosedOne();
  await rule(desk, [{ brandId: desk.workspace.brandId, lineId: null, afterDays: 7 }]);
  const other = await desk.mail({ at: day(1), subject: 'Same' });
  await desk.workspace.act(agent, (ctx) => merge(ctx, id, other.conversationId), day(2));
  await desk.workspace.act(agent, (ctx) => close(ctx, other.conversationId, 'answered'), day(2));
  const late = await desk.mail({ at: day(20), conversationId: id });
  expect(await desk.workspace.read(agent, (ctx) => listLinks(ctx, late.conversationId))).toMatchObject([
    { relation: 'follows', conversation: { id: other.conversationId } },
  ]);
});

test('two administrators who say rules of two lines at once keep both, and a rule that is taken away is its brand’s', async () => {
  const desk = await openDesk(world());
  const { owner, brandId } = desk.workspace;
  const set = (lineId: string | null, days: { afterDays: number } | null) =>
    desk.workspace.act(owner, (ctx) => setReopening(ctx, { brandId, lineId }, days));
  await Promise.all([set(null, { afterDays: 30 }), set(desk.lineId, { afterDays: 7 })]);
  const of = { brandId, lineId: desk.lineId };
  expect(await set(null, { afterDays: 14 })).toEqual(
    expect.arrayContaining([
      { ...of, lineId: null, afterDays: 14 },
      { ...of, afterDays: 7 },
    ]),
  );
  expect(await set(desk.lineId, null)).toEqual([{ ...of, lineId: null, afterDays: 14 }]);
  const elsewhere = await openDesk(world());
  await expect(set(elsewhere.lineId, null)).rejects.toMatchObject({ status: 404 });
});

async function aClosedOne(): Promise<{
  desk: Desk;
  agent: Awaited<ReturnType<Desk['workspace']['teammate']>>;
  id: string;
}> {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId: id } = await desk.mail({ at: monday, externalThreadId: '<one@desk.test>' });
  await desk.workspace.act(agent, (ctx) => close(ctx, id, 'answered'), monday);
  return { desk, agent, id };
}

function rule(desk: Desk, rules: readonly ReopenRule[]): Promise<void> {
  return desk.workspace.act(desk.workspace.owner, (ctx) => writeSetting(ctx, 'conversations.reopening', rules));
}
