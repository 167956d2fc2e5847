import { expect, test } from 'vitest';
import type { Metric, MetricQuery } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { assign, close, merge, reopen } from '../index.ts';
import { contactsCount } from './contacts-count.ts';
import { handleTime } from './handle-time.ts';
import { reopenRate } from './reopen-rate.ts';

const world = useWorld();
/** Sunday 25 October 2026 in Lisbon: an hour longer than others, from 23:00 UTC of Saturday to midnight UTC of Sunday. */
const sunday = { from: new Date('2026-10-24T23:00:00Z'), to: new Date('2026-10-26T00:00:00Z') };
const inside = (minutes: number): Date => new Date(sunday.from.getTime() + minutes * 60_000);

test('contacts count from the first moment of the period up to its last, in the reader’s own day', async () => {
  const desk = await openDesk(world());
  await desk.mail({ at: new Date(sunday.from.getTime() - 1) });
  const first = await desk.mail({ at: sunday.from, subject: 'On the edge' });
  await desk.mail({ at: inside(10), conversationId: first.conversationId });
  const late = await desk.mail({ at: new Date(sunday.to.getTime() - 1), subject: 'Just before midnight' });
  await desk.mail({ at: sunday.to });
  await desk.mail({ at: inside(20), automatic: true, subject: 'Out of office' });

  expect(await valueOf(desk, contactsCount, sunday)).toEqual({ value: 3, sampleSize: 3 });
  const rows = await rowsOf(desk, contactsCount, sunday);
  expect(rows.map(({ conversationId, at }) => [conversationId, at.toISOString()])).toEqual([
    [late.conversationId, '2026-10-25T23:59:59.999Z'],
    [first.conversationId, inside(10).toISOString()],
    [first.conversationId, sunday.from.toISOString()],
  ]);
});

test('handle time is talk, hold and wrap-up over the contacts that were handled and are done', async () => {
  const desk = await openDesk(world());
  const [ann, bo] = [await desk.workspace.teammate('call-agent'), await desk.workspace.teammate('call-agent')];
  await desk.call({ at: inside(1), teammateId: ann.id, answeredAfter: 20, talk: 240, hold: 60, wrapUp: 60 });
  await desk.call({ at: inside(30), teammateId: bo.id, answeredAfter: 5, talk: 100, wrapUp: 20 });
  // still wrapping up; outside the period; written, never spoken
  await desk.call({ at: inside(60), teammateId: ann.id, answeredAfter: 5, talk: 5_000, wrapUp: null });
  await desk.call({ at: sunday.to, teammateId: ann.id, answeredAfter: 5, talk: 5_000, wrapUp: 1 });
  await desk.mail({ at: inside(90) });

  expect(await valueOf(desk, handleTime, sunday)).toEqual({ value: (360 + 120) / 2, sampleSize: 2 });
  expect((await rowsOf(desk, handleTime, sunday)).map(({ value }) => value)).toEqual([120, 360]);
  expect(await valueOf(desk, handleTime, { ...sunday, teammateId: bo.id })).toEqual({ value: 120, sampleSize: 1 });
});

test('the reopen rate is conversations opened again over conversations solved, each once', async () => {
  const desk = await openDesk(world());
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push((await desk.mail({ at: inside(n), subject: `Matter ${n}` })).conversationId);
  const [twice = '', once = '', never = '', merged = ''] = ids;
  const act = (id: string, minutes: number, verb: typeof reopen): Promise<unknown> =>
    desk.workspace.act(null, (ctx) => verb(ctx, id), inside(minutes));
  const solve: typeof reopen = (ctx, id) => close(ctx, id, 'answered');
  for (const id of ids) await act(id, 10, solve);
  for (const minutes of [20, 40]) {
    await act(twice, minutes, reopen);
    await act(twice, minutes + 10, solve);
  }
  await desk.mail({ at: inside(50), conversationId: once });
  await desk.workspace.act(null, (ctx) => merge(ctx, merged, never), inside(70));

  expect(await valueOf(desk, reopenRate, sunday)).toEqual({ value: 2 / 3, sampleSize: 3 });
  const rows = await rowsOf(desk, reopenRate, sunday);
  expect(new Map(rows.map(({ conversationId, value }) => [conversationId, value]))).toEqual(
    new Map([
      [twice, 1],
      [once, 1],
      [never, 0],
    ]),
  );
  expect(await valueOf(desk, reopenRate, { from: sunday.to, to: inside(3_000) })).toEqual({
    value: null,
    sampleSize: 0,
  });
});

test('a number is counted for its reader: never more than the rows they may open', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  const outsider = await workspace.teammate('agent', { inTeam: false });
  const mine = await desk.call({ at: inside(1), teammateId: agent.id, answeredAfter: 5, talk: 60, wrapUp: 10 });
  await desk.mail({ at: inside(2) });
  const handedOver = await desk.mail({ at: inside(3) });
  await workspace.act(null, (ctx) => assign(ctx, handedOver.conversationId, { assigneeId: outsider.id }));
  for (const id of [mine.conversationId, handedOver.conversationId])
    await workspace.act(null, (ctx) => close(ctx, id, 'answered'), inside(20));

  const readers: readonly (readonly [Actor | null, number])[] = [
    [null, 3],
    [workspace.owner, 3],
    [agent, 3],
    [outsider, 1],
  ];
  for (const [reader, contacts] of readers) {
    expect((await valueOf(desk, contactsCount, sunday, reader)).sampleSize).toBe(contacts);
    for (const metric of [contactsCount, handleTime, reopenRate]) {
      const rows = await rowsOf(desk, metric, sunday, reader);
      expect(rows).toHaveLength((await valueOf(desk, metric, sunday, reader)).sampleSize);
    }
  }
  expect(await valueOf(desk, contactsCount, { ...sunday, brandId: workspace.teamId })).toEqual({
    value: 0,
    sampleSize: 0,
  });
  expect(
    (await valueOf(desk, contactsCount, { ...sunday, teamId: workspace.teamId, teammateId: agent.id })).value,
  ).toBe(1);
});

function valueOf(desk: Desk, metric: Metric, query: MetricQuery, reader: Actor | null = null) {
  return desk.workspace.read(reader, (ctx) => metric.value(ctx, query));
}

/** All rows, by pages of two. */
async function rowsOf(desk: Desk, metric: Metric, query: MetricQuery, reader: Actor | null = null) {
  const rows: Awaited<ReturnType<Metric['rows']>>['rows'][number][] = [];
  let after: string | null = null;
  for (let page = 0; page < 20; page += 1) {
    const found: Awaited<ReturnType<Metric['rows']>> = await desk.workspace.read(reader, (ctx) =>
      metric.rows(ctx, query, { after, limit: 2 }),
    );
    rows.push(...found.rows);
    after = found.next;
    if (after === null) return rows;
  }
  throw new Error('The pages do not end.');
}
