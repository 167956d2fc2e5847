import { expect, test } from 'vitest';
import { confide, merge, undoMove } from '#domains/conversations';
import { newId } from '#platform/database';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { improvementsOf, listImprovements } from './list-improvements.ts';
import { personalData } from './personal-data.ts';
import { settle } from './settle.ts';
import { suggest, support, unsupport } from './suggest.ts';
import { improvementTopic } from './topic.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);
const open = { state: 'open', sort: 'most', limit: 50 } as const;

/** A fix suggested by an agent from a first conversation; a second one is there too. */
async function suggested(title = 'The size table is wrong') {
  const desk: Desk = await openDesk(world());
  const { act, teammate } = desk.workspace;
  const agent = await teammate('agent');
  const { conversationId: one, customerId } = await desk.mail({ at: monday });
  const { conversationId: two } = await desk.mail({ at: after(1), externalThreadId: '<two@desk.test>' });
  const given = { id: newId(), kind: 'article', title, words: 'It says 42, the box says 43.' } as const;
  await act(agent, (ctx) => suggest(ctx, one, given), after(2));
  return { desk, agent, one, two, customerId, given };
}

test('a fix is suggested once, counted by conversation, and what most show stands first', async () => {
  const { desk, agent, one, two, given } = await suggested();
  const { act, read } = desk.workspace;
  await act(agent, (ctx) => suggest(ctx, one, given), after(3));
  const other = { ...given, id: newId(), title: 'The parcel service is slow' };
  await act(agent, (ctx) => suggest(ctx, two, other), after(4));
  await act(agent, (ctx) => support(ctx, given.id, two), after(5));
  await act(agent, (ctx) => support(ctx, given.id, two), after(6));
  const { rows } = await read(agent, (ctx) => listImprovements(ctx, open));
  expect(rows.map(({ title, supports }) => [title, supports])).toEqual([
    [given.title, 2],
    [other.title, 1],
  ]);
  expect(rows[0]).toMatchObject({ seenIn: [{ id: two }, { id: one }], suggestedBy: agent.id, can: [] });
  const paged = await read(agent, (ctx) => listImprovements(ctx, { ...open, limit: 1 }));
  const next = await read(agent, (ctx) => listImprovements(ctx, { ...open, limit: 1, after: paged.next ?? '' }));
  expect([...paged.rows, ...next.rows].map(({ id }) => id)).toEqual([given.id, other.id]);
  expect(next.next).toBeNull();
  expect((await act(agent, (ctx) => unsupport(ctx, given.id, two))).supports).toBe(1);
});

test('who leads takes it, finishes it or declines it with a reason, and whoever said so is told of the end', async () => {
  const { desk, agent, two, given } = await suggested();
  const { act, teammate, read } = desk.workspace;
  const friend = await teammate('agent');
  const leader = await teammate('team-leader');
  await act(friend, (ctx) => support(ctx, given.id, two));
  const refused = act(agent, (ctx) => settle(ctx, given.id, { state: 'taken', ownerId: agent.id as never }));
  await expect(refused).rejects.toMatchObject({ code: 'improvements/may-not-settle' });
  const taken = await act(leader, (ctx) => settle(ctx, given.id, { state: 'taken', ownerId: leader.id as never }));
  expect(taken).toMatchObject({ state: 'taken', ownerId: leader.id, can: ['settle'] });
  const outcome = 'The table says 43 since Monday.';
  await act(leader, (ctx) => settle(ctx, given.id, { state: 'done', outcome }), after(9));
  await act(leader, (ctx) => settle(ctx, given.id, { state: 'done', outcome }), after(10));
  await world().runJobs();
  const { rows } = await world().database.pool.query<{ teammate_id: string; kind: string; subject_id: string }>(
    `select teammate_id, kind, subject_id from notices where workspace_id = $1 and kind like 'improvement%'`,
    [desk.workspace.id],
  );
  expect(rows.map(({ teammate_id, kind }) => [teammate_id, kind]).toSorted()).toEqual(
    [
      [agent.id, 'improvement-done'],
      [friend.id, 'improvement-done'],
    ].toSorted(),
  );
  const done = await read(agent, (ctx) => listImprovements(ctx, { ...open, state: 'done' }));
  expect(done.rows[0]).toMatchObject({ outcome, settledBy: leader.id, settledAt: after(9).toISOString() });
});

test('it lets nobody see a conversation, crosses no brand, and follows a merge and its undo', async () => {
  const { desk, agent, one, two, given } = await suggested();
  const { act, read, teammate } = desk.workspace;
  const friend = await teammate('agent');
  const { moveId } = await act(agent, (ctx) => merge(ctx, one, two), after(3));
  const shown = (id: string) => read(agent, (ctx) => improvementsOf(ctx, id));
  expect((await shown(two)).map(({ id }) => id)).toEqual([given.id]);
  await act(agent, (ctx) => undoMove(ctx, moveId), after(4));
  expect(await shown(two)).toEqual([]);
  await act(agent, (ctx) => confide(ctx, one, []), after(5));
  const { rows } = await read(friend, (ctx) => listImprovements(ctx, open));
  expect(rows[0]).toMatchObject({ title: given.title, seenIn: [] });
  await expect(read(friend, (ctx) => improvementsOf(ctx, one))).rejects.toMatchObject({ status: 404 });
  const elsewhere = { ...friend, brandIds: new Set<string>() };
  expect((await read(elsewhere, (ctx) => listImprovements(ctx, open))).rows).toEqual([]);
});

test('words that may say who a customer is are exported and erased with them', async () => {
  const { desk, agent, customerId, given } = await suggested();
  const { act, read } = desk.workspace;
  const exported = await read(null, (ctx) => Promise.resolve(personalData.export?.(ctx, customerId)));
  expect(exported).toMatchObject({ improvements: [{ title: given.title }] });
  await act(null, (ctx) => Promise.resolve(personalData.erase(ctx, customerId)));
  const { rows } = await read(agent, (ctx) => listImprovements(ctx, open));
  expect(rows[0]).toMatchObject({ title: '', words: '', supports: 1 });
});

test('open lists of a brand are told of every change, and whoever does not serve it may not follow', async () => {
  const { desk, agent, one, two, customerId, given } = await suggested();
  const { act, read, teammate, brandId } = desk.workspace;
  const leader = await teammate('team-leader');
  const room = `improvement:brand:${brandId}`;
  const told = (): number =>
    world()
      .published.splice(0)
      .filter(({ topic }) => topic === 'improvement').length;
  const head = () => read(null, (ctx) => improvementTopic.head(ctx, room));
  const heads = [await head()];
  told();
  await act(agent, (ctx) => support(ctx, given.id, two), after(3));
  heads.push(await head());
  await act(agent, (ctx) => unsupport(ctx, given.id, two), after(4));
  heads.push(await head());
  await act(leader, (ctx) => settle(ctx, given.id, { state: 'done', outcome: '' }), after(5));
  heads.push(await head());
  await act(null, (ctx) => Promise.resolve(personalData.erase(ctx, customerId)), after(6));
  heads.push(await head());
  expect([told(), new Set(heads).size]).toEqual([4, 5]);
  // the same again changes nothing, and tells nothing
  await act(agent, (ctx) => support(ctx, given.id, one), after(7));
  expect([told(), await head()]).toEqual([0, heads.at(-1)]);
  const elsewhere = { ...agent, brandIds: new Set<string>() };
  const joins = (who: typeof agent) => read(who, (ctx) => improvementTopic.mayJoin(ctx, room));
  expect([await joins(agent), await joins(elsewhere as typeof agent)]).toEqual([true, false]);
  const rows = await read(null, (ctx) => improvementTopic.load(ctx, [given.id]));
  const row = rows.get(given.id);
  expect(improvementTopic.view(agent, row)).toEqual({ id: given.id, brandId });
  expect(improvementTopic.view(elsewhere, row)).toBeNull();
});
