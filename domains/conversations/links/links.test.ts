import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { history } from '../history.ts';
import { close, confide, merge, setStatus, undoMove, wordsOf } from '../index.ts';
import { entryPage } from '../entries.ts';
import { answerIncidents, fanOutsOf } from './fan-out.ts';
import { link, unlink } from './link.ts';
import { havingOpenParts, listLinks } from './list-links.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a link reads from both sides, is made once, and is taken away from either', async () => {
  const { desk, agent, one, two } = await twoMails();
  const links = (id: string) => desk.workspace.read(agent, (ctx) => listLinks(ctx, id));
  for (const _ of [1, 2]) await desk.workspace.act(agent, (ctx) => link(ctx, one, two, 'duplicates'), after(2));
  expect((await links(one)).map(({ relation, conversation }) => [relation, conversation.id])).toEqual([
    ['duplicates', two],
  ]);
  expect((await links(two)).map(({ relation, conversation }) => [relation, conversation.id])).toEqual([
    ['duplicated-by', one],
  ]);
  const told = await desk.workspace.read(agent, (ctx) => history(ctx, two, { limit: 10 }));
  expect(told.rows.filter(({ name }) => name === 'conversation.linked').map(({ changes }) => changes)).toEqual([
    [
      { field: 'conversation', from: null, to: expect.stringMatching(/^#\d+ Where is my order\?$/) },
      { field: 'relation', from: null, to: 'duplicated-by' },
    ],
  ]);
  await desk.workspace.act(agent, (ctx) => unlink(ctx, two, one, 'duplicated-by'), after(3));
  expect(await links(one)).toEqual([]);
});

test('who may not see the other one sees no link, no name in the history, and cannot link it', async () => {
  const { desk, agent, one, two } = await twoMails();
  const friend = await desk.workspace.teammate('agent');
  await desk.workspace.act(agent, (ctx) => link(ctx, one, two, 'relates-to'), after(2));
  await desk.workspace.act(agent, (ctx) => confide(ctx, two, []), after(3));
  expect(await desk.workspace.read(friend, (ctx) => listLinks(ctx, one))).toEqual([]);
  const { rows } = await desk.workspace.read(friend, (ctx) => history(ctx, one, { limit: 10 }));
  expect(rows.find(({ name }) => name === 'conversation.linked')?.changes[0]?.to).toBe(null);
  await expect(desk.workspace.act(friend, (ctx) => link(ctx, one, two, 'blocks'), after(4))).rejects.toMatchObject({
    status: 404,
  });
  expect(await desk.workspace.read(agent, (ctx) => listLinks(ctx, one))).toHaveLength(1);
});

test('a part belongs to one whole and never to itself; a whole stays open with its parts, unless it is said', async () => {
  const { desk, agent, one, two } = await twoMails();
  const { conversationId: three } = await desk.mail({ text: 'Three', at: after(2) });
  await desk.workspace.act(agent, (ctx) => link(ctx, one, two, 'has-part'), after(3));
  await desk.workspace.act(agent, (ctx) => link(ctx, two, three, 'has-part'), after(3));
  await expect(desk.workspace.act(agent, (ctx) => link(ctx, three, one, 'has-part'))).rejects.toMatchObject({
    code: 'conversations/link-goes-round',
  });
  await expect(desk.workspace.act(agent, (ctx) => link(ctx, three, one, 'part-of'))).rejects.toMatchObject({
    code: 'conversations/part-already',
  });
  const refusal = { code: 'conversations/open-parts', more: { parts: [{ id: two }] } };
  await expect(desk.workspace.act(agent, (ctx) => close(ctx, one, 'answered'))).rejects.toMatchObject(refusal);
  const { statuses } = await desk.workspace.read(agent, (ctx) => wordsOf(ctx));
  const closed = statuses.find(({ category }) => category === 'closed')?.id ?? '';
  await expect(desk.workspace.act(agent, (ctx) => setStatus(ctx, one, closed))).rejects.toMatchObject(refusal);
  await desk.workspace.act(agent, (ctx) => close(ctx, one, 'answered', true), after(4));
  await desk.workspace.act(agent, (ctx) => close(ctx, three, 'answered'), after(5));
  const { closedAt } = await desk.workspace.act(agent, (ctx) => close(ctx, two, 'answered'), after(6));
  expect(closedAt).not.toBe(null);
});

test('what a merged one was linked with stands with the one it went into, and goes back with it', async () => {
  const { desk, agent, one, two } = await twoMails();
  const { conversationId: three } = await desk.mail({ text: 'Three', at: after(2) });
  await desk.workspace.act(agent, (ctx) => link(ctx, one, two, 'caused-by'), after(3));
  const { moveId } = await desk.workspace.act(agent, (ctx) => merge(ctx, one, three), after(4));
  const links = (id: string) => desk.workspace.read(agent, (ctx) => listLinks(ctx, id));
  expect(await links(three)).toMatchObject([{ relation: 'caused-by', conversation: { id: two }, can: [] }]);
  expect(await links(two)).toMatchObject([{ relation: 'causes', conversation: { id: three }, can: [] }]);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId), after(5));
  expect(await links(three)).toEqual([]);
  expect(await links(two)).toMatchObject([{ conversation: { id: one }, can: ['remove'] }]);
});

test('over many, parts that came by a merge are seen as closing sees them, and go back with it', async () => {
  const { desk, agent, one, two } = await twoMails();
  const { conversationId: three } = await desk.mail({ text: 'Three', at: after(2) });
  const { conversationId: four } = await desk.mail({ text: 'Four', at: after(2) });
  await desk.workspace.act(agent, (ctx) => link(ctx, one, two, 'has-part'), after(3));
  const whole = async () => [...(await desk.workspace.read(agent, (ctx) => havingOpenParts(ctx, [one, three, four])))];
  expect(await whole()).toEqual([one]);
  // one after the other: what went into what went into it
  const first = await desk.workspace.act(agent, (ctx) => merge(ctx, one, three), after(4));
  const second = await desk.workspace.act(agent, (ctx) => merge(ctx, three, four), after(5));
  expect(await whole()).toContain(four);
  await expect(desk.workspace.act(agent, (ctx) => close(ctx, four, 'answered'))).rejects.toMatchObject({
    code: 'conversations/open-parts',
  });
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, second.moveId), after(6));
  expect(await whole()).not.toContain(four);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, first.moveId), after(7));
  expect(await whole()).toEqual([one]);
  // a part that goes into its whole is no part of it any more
  await desk.workspace.act(agent, (ctx) => merge(ctx, two, one), after(8));
  expect(await whole()).toEqual([]);
  await desk.workspace.act(agent, (ctx) => close(ctx, one, 'answered'), after(9));
});

test('one reply goes to all incidents, once each, as its writer; who may not be answered is named with why', async () => {
  const { desk, agent, one: problem, two } = await twoMails();
  const { conversationId: three } = await desk.mail({ text: 'Three', at: after(2) });
  for (const id of [two, three]) await desk.workspace.act(agent, (ctx) => link(ctx, problem, id, 'causes'), after(3));
  const { conversationId: part } = await desk.mail({ text: 'A part', at: after(3) });
  await desk.workspace.act(agent, (ctx) => link(ctx, three, part, 'has-part'), after(3));
  const id = newId();
  const given = { id, text: 'It works again.', then: 'close' } as const;
  const begun = await desk.workspace.act(agent, (ctx) => answerIncidents(ctx, problem, given), after(4));
  await desk.workspace.act(agent, (ctx) => answerIncidents(ctx, problem, given), after(4));
  expect(begun).toMatchObject({ total: 2, done: 0, finishedAt: null });
  // the job twice, as after a crash
  world().queued.push(...world().queued.filter(({ name }) => name === 'conversations.fan-out'));
  await world().runJobs(after(5));
  expect(await replies(desk, two)).toEqual(['It works again.']);
  expect(await replies(desk, three)).toEqual([]);
  const [done] = await desk.workspace.read(agent, (ctx) => fanOutsOf(ctx, problem));
  expect(done).toMatchObject({ total: 2, done: 2, refused: [{ why: expect.stringContaining('still open') }] });
  expect(done?.finishedAt).not.toBe(null);
  await expect(
    desk.workspace.act(agent, (ctx) => answerIncidents(ctx, two, { ...given, id: newId() })),
  ).rejects.toMatchObject({ code: 'conversations/no-incidents' });
});

async function twoMails() {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId: one } = await desk.mail({ text: 'One', at: monday });
  const { conversationId: two } = await desk.mail({ text: 'Two', at: after(1) });
  return { desk, agent, one, two };
}

async function replies(desk: Desk, id: string): Promise<string[]> {
  const page = await desk.workspace.read(desk.workspace.owner, (ctx) =>
    entryPage(ctx, id, { before: null, limit: 50 }),
  );
  return page.rows.filter(({ kind }) => kind === 'out').map(({ text }) => text);
}
