import { expect, test } from 'vitest';
import {
  answerContact,
  close,
  endContact,
  loadMany,
  makePromise,
  merge,
  reopen,
  reply,
  startContact,
  undoSend,
  withdrawPromise,
} from '#domains/conversations';
import { newId } from '#platform/database';
import { readHistory } from '#platform/work';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { readClocks } from './list-clocks.ts';
import { firstReplyTime } from './metrics/first-reply-time.ts';
import { add, allPolicies, archive, change, readPolicies } from './policies.ts';

const world = useWorld();

test('a mail starts the first-reply clock, and the reply stops it', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  expect(await desk.clocks(id)).toEqual([{ kind: 'first-reply', due: 'Mon 13:00', state: 'running' }]);
  // its row was born with the promise: nothing changed it since
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 13:00'), due_kind: 'first-reply', version: 1 });
  await desk.reply(id, 'Mon 09:20');
  expect(await desk.clocks(id)).toEqual([{ kind: 'first-reply', due: 'Mon 13:00', state: 'met' }]);
  expect(await desk.row(id)).toMatchObject({ due_at: null, due_kind: null });
});

test('what a teammate promised by a time is owed like a clock, until it is kept, taken back, or the matter is closed', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  const promise = { id: newId(), dueAt: when('Mon 11:00'), words: 'Call before eleven' };
  await desk.act((ctx) => makePromise(ctx, id, promise), 'Mon 09:10');
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 11:00'), due_kind: 'promise' });
  const later = { id: newId(), dueAt: when('Mon 16:00'), words: 'And tell the price' };
  await desk.act((ctx) => makePromise(ctx, id, later), 'Mon 09:11');
  await desk.act((ctx) => withdrawPromise(ctx, id, promise.id), 'Mon 09:12');
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 13:00'), due_kind: 'first-reply' });
  const entryId = await desk.reply(id, 'Mon 09:20');
  expect(await desk.row(id)).toMatchObject({ due_at: null, due_kind: null });
  await desk.act((ctx) => undoSend(ctx, entryId), 'Mon 09:20');
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 13:00'), due_kind: 'first-reply' });
  const { contactId } = await desk.call('Mon 09:30', id);
  const spoke = { contactId, teammateId: desk.agent.id, at: when('Mon 09:31') };
  await desk.act((ctx) => answerContact(ctx, spoke), 'Mon 09:31');
  // speaking answers what was asked; what was promised by a time is still owed
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 16:00'), due_kind: 'promise' });
  await desk.act((ctx) => close(ctx, id, 'answered'), 'Mon 09:40');
  expect(await desk.row(id)).toMatchObject({ due_at: null, due_kind: null });
  await desk.act((ctx) => reopen(ctx, id), 'Mon 09:41');
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 16:00'), due_kind: 'promise' });
});

test('what comes on Friday evening is due on Monday', async () => {
  const desk = await aDesk();
  expect(await desk.clocks(await desk.mail('Fri 16:00'))).toMatchObject([{ due: 'next Mon 11:00' }]);
  expect(await desk.clocks(await desk.mail('Sat 12:00'))).toMatchObject([{ due: 'next Mon 13:00' }]);
  expect(await desk.clocks(await desk.mail('Mon 06:00'))).toMatchObject([{ due: 'Mon 13:00' }]);
});

test('the night the clocks change is no longer and no shorter for the customer', async () => {
  const desk = await aDesk({ zone: 'Europe/Lisbon' });
  // Lisbon goes from UTC+0 to UTC+1 on Sunday 29 March 2026: Friday 17:00 there is 17:00Z, Monday 09:00 there is 08:00Z
  const id = await desk.mailAt(new Date('2026-03-27T17:00:00Z'));
  expect(await desk.row(id)).toMatchObject({ due_at: new Date('2026-03-30T11:00:00Z') });
});

test('a second message before our answer does not move the promise; after it, the next-reply clock runs', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  await desk.mail('Mon 10:00', id);
  expect(await desk.clocks(id)).toEqual([{ kind: 'first-reply', due: 'Mon 13:00', state: 'running' }]);
  await desk.reply(id, 'Mon 11:00');
  await desk.mail('Mon 14:00', id);
  expect(await desk.clocks(id)).toMatchObject([
    { state: 'met' },
    { kind: 'next-reply', due: 'Tue 13:00', state: 'running' },
  ]);
});

test('an automatic message starts no clock', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00', null, true);
  expect(await desk.clocks(id)).toEqual([]);
  expect(await desk.row(id)).toMatchObject({ due_at: null, due_kind: null });
});

test('a reply taken back brings the clock back with its old time', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  const entryId = await desk.reply(id, 'Mon 09:20', 'close');
  expect(await desk.clocks(id)).toMatchObject([{ state: 'met' }]);
  await desk.act((ctx) => undoSend(ctx, entryId), 'Mon 09:20');
  expect(await desk.clocks(id)).toEqual([{ kind: 'first-reply', due: 'Mon 13:00', state: 'running' }]);
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 13:00') });
  await desk.reply(id, 'Mon 09:30');
  expect(await desk.clocks(id)).toMatchObject([{ state: 'met' }]);
});

test('closing unanswered withdraws the promise', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  await desk.act((ctx) => close(ctx, id, 'no-answer-needed'), 'Mon 09:30');
  expect(await desk.clocks(id)).toMatchObject([{ state: 'withdrawn' }]);
  expect(await desk.row(id)).toMatchObject({ due_at: null });
});

test('warned and missed are dated at their moments, however late the job runs, and told once', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  await world().tick(when('Mon 11:59'));
  expect(await desk.told(id)).toEqual([]);
  await world().tick(when('Mon 12:05'));
  await world().tick(when('Mon 15:00'));
  await world().tick(when('Mon 15:01'));
  expect(await desk.told(id)).toEqual([
    ['sla.missed', 'Mon 13:00'],
    ['sla.warned', 'Mon 12:00'],
  ]);
  expect(await desk.row(id)).toMatchObject({ due_at: when('Mon 13:00') });
  await desk.reply(id, 'Mon 16:00');
  expect(await desk.clocks(id)).toMatchObject([{ state: 'missed' }]);
  expect((await desk.told(id)).map(([name]) => name)).toEqual(['sla.met', 'sla.missed', 'sla.warned']);
});

test('an answer after the time tells that it was missed, also before the job noticed', async () => {
  const desk = await aDesk();
  const id = await desk.mail('Mon 09:00');
  await desk.reply(id, 'Mon 14:00');
  expect(await desk.told(id)).toEqual([
    ['sla.met', 'Mon 14:00'],
    ['sla.missed', 'Mon 13:00'],
  ]);
});

test('a call nobody answered starts a clock; a call somebody answers meets what was owed', async () => {
  const desk = await aDesk();
  const missed = await desk.call('Mon 09:00');
  expect(await desk.clocks(missed.conversationId)).toEqual([]);
  await desk.act(
    (ctx) => endContact(ctx, { contactId: missed.contactId, outcome: 'missed', at: when('Mon 09:03') }),
    'Mon 09:30',
  );
  expect(await desk.clocks(missed.conversationId)).toEqual([
    { kind: 'first-reply', due: 'Mon 13:03', state: 'running' },
  ]);
  const again = await desk.call('Mon 10:00', missed.conversationId);
  await desk.act(
    (ctx) => answerContact(ctx, { contactId: again.contactId, teammateId: desk.agent.id, at: when('Mon 10:00') }),
    'Mon 10:00',
  );
  expect(await desk.clocks(missed.conversationId)).toMatchObject([{ state: 'met' }]);
  await desk.mail('Mon 11:00', missed.conversationId);
  expect(await desk.clocks(missed.conversationId)).toMatchObject([{ state: 'met' }, { kind: 'next-reply' }]);
});

test('merged, what is owed goes along', async () => {
  const desk = await aDesk();
  const from = await desk.mail('Mon 09:00');
  const to = await desk.mail('Mon 10:00');
  await desk.reply(to, 'Mon 10:10');
  await desk.act((ctx) => merge(ctx, from, to), 'Mon 10:30');
  expect(await desk.clocks(to)).toMatchObject([{ due: 'Mon 13:00', state: 'running' }, { state: 'met' }]);
  expect(await desk.row(to)).toMatchObject({ due_at: when('Mon 13:00') });
});

test('the first policy that fits counts; changing it leaves running clocks, and a brand’s leader changes only their own', async () => {
  const desk = await aDesk();
  const { workspace } = desk;
  const before = await desk.mail('Mon 09:00');
  const policy = {
    name: 'Fast',
    brandId: workspace.brandId,
    queueId: workspace.queueId,
    calendarId: null,
    position: 1,
    firstReplySeconds: 3600,
    nextReplySeconds: null,
  };
  const id = newId() as Parameters<typeof add>[1]['id'];
  await workspace.act(workspace.owner, (ctx) => add(ctx, { id, ...policy }));
  expect(await desk.clocks(await desk.mail('Mon 09:00'))).toMatchObject([{ due: 'Mon 10:00' }]);
  expect(await desk.clocks(before)).toMatchObject([{ due: 'Mon 13:00' }]);
  await workspace.act(workspace.owner, (ctx) => change(ctx, id, { ...policy, firstReplySeconds: 1800 }));
  expect(await desk.clocks(await desk.mail('Mon 09:00'))).toMatchObject([{ due: 'Mon 09:30' }]);
  const ofAnotherBrand: Actor = { ...workspace.owner, brandIds: new Set([newId()]) };
  expect(await workspace.read(ofAnotherBrand, (ctx) => readPolicies(ctx))).toEqual([]);
  await expect(workspace.act(ofAnotherBrand, (ctx) => archive(ctx, id))).rejects.toMatchObject({ status: 404 });
  await workspace.act(workspace.owner, (ctx) => archive(ctx, id));
  expect(await workspace.read(null, (ctx) => allPolicies(ctx))).toMatchObject([{ name: 'Standard' }]);
});

test('a workspace that opens in Spanish has its first promise in Spanish', async () => {
  const spanish = await world().newWorkspace({ locale: 'es-MX' });
  expect(await spanish.read(null, (ctx) => allPolicies(ctx))).toMatchObject([{ name: 'Estándar' }]);
});

test('first reply time is the median in business time, and opens its rows', async () => {
  const desk = await aDesk();
  await desk.reply(await desk.mail('Mon 09:00'), 'Mon 09:10');
  await desk.reply(await desk.mail('Mon 10:00'), 'Mon 11:00');
  // over the night: one hour on Monday, one on Tuesday
  const slow = await desk.mail('Mon 17:00');
  await desk.reply(slow, 'Tue 10:00');
  await desk.mail('Tue 11:00'); // nobody answered yet: not in the sample
  const week = { from: when('Mon 00:00'), to: when('Fri 00:00') };
  const { workspace } = desk;
  expect(await workspace.read(workspace.owner, (ctx) => firstReplyTime.value(ctx, week))).toEqual({
    value: 3600,
    sampleSize: 3,
  });
  const first = await workspace.read(workspace.owner, (ctx) =>
    firstReplyTime.rows(ctx, week, { after: null, limit: 2 }),
  );
  expect(first.rows.map(({ conversationId, value }) => [conversationId === slow, value])).toEqual([
    [true, 7200],
    [false, 3600],
  ]);
  const rest = await workspace.read(workspace.owner, (ctx) =>
    firstReplyTime.rows(ctx, week, { after: first.next, limit: 2 }),
  );
  expect(rest).toMatchObject({ rows: [{ value: 600, subject: 'Where is my order?' }], next: null });
  expect(
    await workspace.read(workspace.owner, (ctx) => firstReplyTime.value(ctx, { ...week, teammateId: newId() })),
  ).toEqual({ value: null, sampleSize: 0 });
  const elsewhere = { ...workspace.owner, brandIds: new Set([newId()]) };
  expect((await workspace.read(elsewhere, (ctx) => firstReplyTime.value(ctx, week))).sampleSize).toBe(0);
  // the figure opens completely; a subject is for who may see its conversation
  const inNoTeam = { ...workspace.owner, permissions: new Map([['conversations.read', 'team'] as const]) };
  const told = await workspace.read({ ...inNoTeam, teamIds: new Set() }, (ctx) =>
    firstReplyTime.rows(ctx, week, { after: null, limit: 3 }),
  );
  expect(told.rows.map(({ subject }) => subject)).toEqual(['', '', '']);
});

/** A workspace in office hours, with one customer who writes and one agent who answers at plain times of one week. */
async function aDesk(wish: { zone?: string } = {}) {
  const { workspace, lineId, mail } = await openDesk(world(), wish);
  const agent = await workspace.teammate('team-leader');
  const mailAt = async (at: Date, conversationId: string | null = null, automatic = false) =>
    mail({ at, automatic, ...(conversationId ? { conversationId } : {}) });
  return {
    workspace,
    agent,
    mailAt: async (at: Date) => (await mailAt(at)).conversationId,
    mail: async (time: string, conversationId: string | null = null, automatic = false) =>
      (await mailAt(when(time), conversationId, automatic)).conversationId,
    /** The customer of the mail rings; nobody answers yet. */
    async call(time: string, conversationId: string | null = null) {
      const { customerId } = await mail({ at: when(time), automatic: true });
      const caller = { customerId, identityId: null, customerName: 'Maya Lindqvist', address: '+49 30 901820' };
      const where = { contactId: newId(), conversationId, lineId, channel: 'voice', brandId: workspace.brandId };
      const contact = { ...where, ...caller, direction: 'in', subject: 'My order', startedAt: when(time) } as const;
      const started = await workspace.act(null, (ctx) => startContact(ctx, contact), when(time));
      return { contactId: contact.contactId, conversationId: started.conversationId };
    },
    act: <T>(verb: Parameters<typeof workspace.act<T>>[1], time: string) => workspace.act(agent, verb, when(time)),
    async reply(conversationId: string, time: string, then: 'wait' | 'close' = 'wait') {
      const id = newId();
      const message = { id, text: 'On its way!', lastSeenVersion: 0, sendAnyway: true, then };
      await workspace.act(agent, (ctx) => reply(ctx, conversationId, message), when(time));
      return id;
    },
    row: (id: string) => workspace.read(null, async (ctx) => (await loadMany(ctx, [id]))[0]),
    clocks: async (id: string) => {
      const clocks = await workspace.read(agent, (ctx) => readClocks(ctx, id));
      return clocks.map(({ kind, dueAt, state }) => ({ kind, due: said(dueAt), state }));
    },
    told: async (id: string) => {
      const events = await workspace.read(null, (ctx) => readHistory(ctx, id));
      const ours = events.filter(({ name }) => name.startsWith('sla.'));
      return ours.map(({ name, occurredAt }) => [name, said(occurredAt.toISOString())]);
    },
  };
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monday = Date.parse('2026-11-16T00:00:00Z');

/** `Mon 09:00` of one week in November. */
function when(time: string): Date {
  const [, next, day = '', hour, minute] = /^(next )?(\w{3}) (\d{2}):(\d{2})$/.exec(time) ?? [];
  const dayMs = ((next ? 7 : 0) + days.indexOf(day)) * 86_400_000;
  return new Date(monday + dayMs + Number(hour) * 3_600_000 + Number(minute) * 60_000);
}

function said(iso: string): string {
  const day = Math.floor((Date.parse(iso) - monday) / 86_400_000);
  return `${day >= 7 ? 'next ' : ''}${days[day % 7]} ${iso.slice(11, 16)}`;
}
