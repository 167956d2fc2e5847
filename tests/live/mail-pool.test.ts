import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { watchSteps } from '#domains/channel-email';
import { newId } from '#platform/database';
import { copiesOfReply, deliverAt, mailLine, replyDue } from '../support/mail-world.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import { until } from '../support/until.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

/** Most mails of one line that one process hands over at once. */
const turnsPerLine = 2;

const world = useWorld();
let host: OddSmtp;
let workspace: Workspace;

beforeAll(async () => {
  host = await startOddSmtp();
});
afterAll(() => host.stop());
beforeEach(async () => {
  Object.assign(host, { mood: 'takes', onWhole: async () => undefined, connections: 0 });
  host.held.length = 0;
  workspace = await world().newWorkspace();
});

const soon = (seconds = 1) => new Date(Date.now() + seconds * 1_000);

async function lineAt(port: number, more: Record<string, unknown> = {}) {
  const address = `${newId()}@shop.example`;
  const settings = { smtp: { host: '127.0.0.1', port, secure: false }, ...more };
  return { lineId: await mailLine(world(), workspace, { address, settings }), address };
}

/** A reply in a conversation of its own, due now. */
async function replyOn(line: { lineId: string; address: string }) {
  const { id, conversationId } = await replyDue(world(), workspace, line);
  const send = (when = soon()): Promise<void> => deliverAt(world(), workspace, conversationId, when);
  return { send, state: async () => (await copiesOfReply(world(), workspace, id))[0]?.state };
}

test('mails of one line follow each other over one connection; another line has its own', async () => {
  const [one, other] = [await lineAt(host.port), await lineAt(host.port)];
  for (let mails = 0; mails < 3; mails += 1) await (await replyOn(one)).send();
  expect(host.connections).toBe(1);
  await (await replyOn(other)).send();
  expect(host.connections).toBe(2);
  expect(host.held).toHaveLength(4);
});

test('a connection that fell while it waited costs nothing: the next mail goes over a new one', async () => {
  const line = await lineAt(host.port);
  await (await replyOn(line)).send();
  host.cut();
  const second = await replyOn(line);
  await second.send();
  expect(await second.state()).toBe('sent');
  expect(host.held).toHaveLength(2);
});

test('over a connection that waited too, the last byte decides between "again" and "not confirmed"', async () => {
  const line = await lineAt(host.port);
  await (await replyOn(line)).send();
  host.mood = 'dies-before-data';
  const early = await replyOn(line);
  await early.send();
  expect(await early.state()).toBe('waiting');
  host.mood = 'takes';
  await (await replyOn(line)).send();
  host.mood = 'dies-after-data';
  const late = await replyOn(line);
  await late.send();
  expect(await late.state()).toBe('not confirmed');
  expect(host.held).toHaveLength(3);
});

test('a line keeps its pace: each reply has its own time, evenly apart, and may be taken back until then', async () => {
  const line = await lineAt(host.port, { sendPerMinute: 60 });
  const replies = [await replyOn(line), await replyOn(line), await replyOn(line)];
  const now = soon();
  for (const one of replies) await one.send(now);
  expect(await Promise.all(replies.map(({ state }) => state()))).toEqual(['sent', 'waiting', 'waiting']);
  // asked again before its time it keeps the place it has
  for (const one of replies) await one.send(now);
  const due = await world()
    .database.db.selectFrom('deliveries')
    .select('deliver_at')
    .where('workspace_id', '=', workspace.id)
    .where('sent_at', 'is', null)
    .orderBy('deliver_at')
    .execute();
  expect(due.map(({ deliver_at }) => deliver_at.getTime() - now.getTime())).toEqual([1_000, 2_000]);
  await world().runJobs(new Date(now.getTime() + 1_000));
  expect(await Promise.all(replies.map(({ state }) => state()))).toEqual(['sent', 'sent', 'waiting']);
  await world().runJobs(new Date(now.getTime() + 2_000));
  expect(host.held).toHaveLength(3);
});

test('claims that fail by a mistake of ours keep no turn of their line', async () => {
  const line = await lineAt(host.port);
  const replies = [await replyOn(line), await replyOn(line), await replyOn(line)];
  watchSteps((step) => {
    if (step === 'reply.claimed') throw new Error('A mistake of ours');
  });
  for (const one of replies) await expect(one.send()).rejects.toThrow('A mistake of ours');
  watchSteps(null);
  for (const one of replies) await one.send();
  expect(await Promise.all(replies.map(({ state }) => state()))).toEqual(['sent', 'sent', 'sent']);
});

test('a host that hangs holds two of our hands and no more: another line goes on, and what waited follows', async () => {
  const slowHost = await startOddSmtp();
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  slowHost.onWhole = () => held;
  try {
    const [slow, quick] = [await lineAt(slowHost.port), await lineAt(host.port)];
    const slowReplies = [];
    for (let mails = 0; mails < 6; mails += 1) slowReplies.push(await replyOn(slow));
    let ended = 0;
    const sending = slowReplies.map(({ send }) => send().finally(() => (ended += 1)));
    await until(
      'two are with the slow host, the others gave way',
      () => slowHost.held.length === turnsPerLine && ended === 4,
    );
    const other = await replyOn(quick);
    await other.send();
    expect(await other.state()).toBe('sent');
    expect(slowHost.connections).toBe(turnsPerLine);
    goOn();
    await Promise.all(sending);
    expect(await Promise.all(slowReplies.map(({ state }) => state()))).toEqual(Array(6).fill('sent'));
    expect(slowHost.held).toHaveLength(6);
    expect(slowHost.connections).toBe(turnsPerLine);
  } finally {
    goOn();
    await slowHost.stop();
  }
});
