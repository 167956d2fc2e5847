import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { draftsOf } from '../drafts.ts';
import { entryPage } from '../entries.ts';
import { history } from '../history.ts';
import { addNote, confide, conversationView, merge, undoMove } from '../index.ts';
import { cancelScheduled, reschedule, schedule } from './schedule.ts';
import { listScheduled } from './scheduled.ts';
import { sendNow } from './send-scheduled.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a reply is held by the server, is no answer until its time, and leaves once, also when its job was lost', async () => {
  const { desk, agent, id } = await mailed();
  const replyId = await later(desk, agent, id, 'Good morning', 60);
  const row = () => desk.workspace.read(agent, (ctx) => conversationView(ctx, id));
  expect(await row()).toMatchObject({ waitingSince: monday.toISOString(), preview: 'It should have come on Friday.' });
  expect(await replies(desk, id)).toEqual([]);
  // the machine with the job is gone: the clock finds what is late
  world().queued.length = 0;
  await world().runJobs(after(61));
  expect(await replies(desk, id)).toEqual([]);
  await world().tick(after(62));
  await world().runJobs(after(62));
  await world().tick(after(63));
  await world().runJobs(after(63));
  expect(await replies(desk, id)).toEqual([['Good morning', agent.id]]);
  expect(await row()).toMatchObject({ waitingSince: null });
  expect(await waiting(desk, agent, id)).toEqual([]);
  const told = await desk.workspace.read(agent, (ctx) => history(ctx, id, { limit: 20 }));
  expect(told.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['reply.scheduled', 'reply.accepted']));
  await expect(desk.workspace.act(agent, (ctx) => cancelScheduled(ctx, replyId))).rejects.toMatchObject({
    status: 404,
  });
});

test('the customer writes before: it stops, its author is told, reads, changes it, and then it leaves', async () => {
  const { desk, agent, id } = await mailed();
  const replyId = await later(desk, agent, id, 'It comes on Friday', 60);
  world().published.length = 0;
  await desk.mail({ text: 'It came!', at: after(30), conversationId: id });
  await world().runJobs(after(31));
  expect(await waiting(desk, agent, id)).toMatchObject([{ stopped: { because: 'customer-wrote' } }]);
  expect(world().published.map(({ topic }) => topic)).toContain('notice');
  await world().runJobs(after(61));
  expect(await replies(desk, id)).toEqual([]);
  const { version } = await desk.workspace.read(agent, (ctx) => conversationView(ctx, id));
  await expect(desk.workspace.act(agent, (ctx) => sendNow(ctx, replyId, blind(1)), after(62))).rejects.toMatchObject({
    code: 'conversations/newer-came',
  });
  const given = { text: 'Glad to hear!', sendAt: after(90).toISOString(), lastSeenVersion: version };
  expect(await desk.workspace.act(agent, (ctx) => reschedule(ctx, replyId, given), after(62))).toMatchObject({
    stopped: null,
    text: 'Glad to hear!',
  });
  await world().runJobs(after(91));
  expect(await replies(desk, id)).toEqual([['Glad to hear!', agent.id]]);
});

test('a colleague’s note stops it at its time; called off, its words are a draft again, also by a colleague', async () => {
  const { desk, agent, id } = await mailed();
  const friend = await desk.workspace.teammate('agent');
  const replyId = await later(desk, agent, id, 'Soon', 60);
  await desk.workspace.act(friend, (ctx) => addNote(ctx, id, { id: newId(), text: 'Wait!', mentions: [] }), after(30));
  await world().runJobs(after(61));
  expect(await waiting(desk, agent, id)).toMatchObject([{ stopped: { because: 'colleague-wrote' } }]);
  expect(await waiting(desk, friend, id)).toMatchObject([{ can: ['cancel'] }]);
  await expect(desk.workspace.act(friend, (ctx) => sendNow(ctx, replyId, blind(99)), after(62))).rejects.toMatchObject({
    code: 'conversations/scheduled-by-another',
  });
  await desk.workspace.act(friend, (ctx) => cancelScheduled(ctx, replyId), after(63));
  const { drafts } = await desk.workspace.read(agent, (ctx) => draftsOf(ctx, id));
  expect(drafts).toMatchObject([{ kind: 'reply', text: 'Soon' }]);
  expect(await waiting(desk, agent, id)).toEqual([]);
});

test('it goes along with a merge and back, leaves at once when asked, and is not there for who may not see', async () => {
  const { desk, agent, id } = await mailed();
  const friend = await desk.workspace.teammate('agent');
  const { conversationId: other } = await desk.mail({ text: 'Two', at: after(1) });
  const replyId = await later(desk, agent, id, 'Now', 600);
  const { moveId } = await desk.workspace.act(agent, (ctx) => merge(ctx, id, other), after(3));
  expect(await waiting(desk, agent, other)).toMatchObject([{ id: replyId }]);
  await desk.workspace.act(agent, (ctx) => undoMove(ctx, moveId), after(4));
  const { version } = await desk.workspace.act(agent, async (ctx) => {
    await confide(ctx, id, []);
    return conversationView(ctx, id);
  });
  await expect(waiting(desk, friend, id)).rejects.toMatchObject({ status: 404 });
  await expect(desk.workspace.act(friend, (ctx) => cancelScheduled(ctx, replyId))).rejects.toMatchObject({
    status: 404,
  });
  await desk.workspace.act(agent, (ctx) => sendNow(ctx, replyId, blind(version)), after(6));
  expect(await replies(desk, id)).toEqual([['Now', agent.id]]);
});

test('a time that has passed, more than a year ahead, or nothing written is refused', async () => {
  const { desk, agent, id } = await mailed();
  await expect(later(desk, agent, id, 'Late', -5)).rejects.toMatchObject({ code: 'conversations/send-in-the-past' });
  await expect(later(desk, agent, id, 'Far', 600_000)).rejects.toMatchObject({ code: 'conversations/send-too-late' });
  await expect(later(desk, agent, id, ' ', 60)).rejects.toMatchObject({ code: 'conversations/nothing-to-schedule' });
});

const blind = (lastSeenVersion: number) => ({ lastSeenVersion, sendAnyway: false, closeAnyway: false });

type Agent = Awaited<ReturnType<Desk['workspace']['teammate']>>;

async function mailed() {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId: id } = await desk.mail({ at: monday });
  return { desk, agent, id };
}

async function later(desk: Desk, agent: Agent, conversationId: string, text: string, minutes: number): Promise<string> {
  const id = newId();
  const { version } = await desk.workspace.read(agent, (ctx) => conversationView(ctx, conversationId));
  const given = { id, text, content: {}, then: 'wait', closeAnyway: false, lastSeenVersion: version } as const;
  const sendAt = after(minutes).toISOString();
  for (const _ of [1, 2])
    await desk.workspace.act(agent, (ctx) => schedule(ctx, conversationId, { ...given, sendAt }), after(2));
  return id;
}

function waiting(desk: Desk, agent: Agent, id: string) {
  return desk.workspace.read(agent, (ctx) => listScheduled(ctx, id));
}

async function replies(desk: Desk, id: string) {
  const page = await desk.workspace.read(desk.workspace.owner, (ctx) =>
    entryPage(ctx, id, { before: null, limit: 50 }),
  );
  return page.rows.filter(({ kind }) => kind === 'out').map(({ text, author }) => [text, author.id]);
}
