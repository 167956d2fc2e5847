import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { claimMessage, recordDeliveries, reply } from '#domains/conversations';
import { takeIn } from '#domains/channel-email';
import { retrySend } from '#domains/conversations/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { copiesOfReply, ledgerOf, mailLine } from '../support/mail-world.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import type { Workspace } from '../support/workspace.ts';
import { at, useWorld } from '../support/world.ts';

const world = useWorld();
let server: OddSmtp;
let workspace: Workspace;
let conversationId: string;

beforeAll(async () => {
  server = await startOddSmtp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.held.length = 0;
  workspace = await world().newWorkspace();
  const address = `help-${workspace.id}@shop.example`;
  const lineId = await mailLine(world(), workspace, {
    address,
    settings: { smtp: { host: '127.0.0.1', port: server.port, secure: false } },
  });
  const raw = `From: Dana <dana@customer.example>\r\nTo: ${address}\r\nSubject: Order\r\n\r\nWhere is it?\r\n`;
  await takeIn(world().tools, {
    workspaceId: workspace.id,
    lineId,
    door: { door: 'import', key: newId() },
    arrivedAt: new Date(),
    raw: Buffer.from(raw),
  });
  conversationId = (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
});

const soon = (minutes = 0) => new Date(Date.now() + 1_000 + minutes * 60_000);
const copiesOf = (entryId: string) => copiesOfReply(world(), workspace, entryId);

async function answer(): Promise<string> {
  const id = newId();
  await workspace.act(workspace.owner, (ctx) =>
    reply(ctx, conversationId, {
      id,
      text: 'It left yesterday.',
      lastSeenVersion: 1,
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: 'wait',
    }),
  );
  return id;
}

const lost = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });

/** Tools whose transactions meet the trouble, counted from 1: before their verb runs, or after their commit. */
function troubledTools(which: number, when: 'before' | 'after-commit'): Tools {
  let count = 0;
  const tools = at(world().tools, soon());
  return {
    ...tools,
    transact: async (who, verb) => {
      count += 1;
      if (count === which && when === 'before') throw lost();
      const given = await tools.transact(who, verb);
      if (count === which) throw lost();
      return given;
    },
  };
}

async function sendWith(tools: Tools): Promise<void> {
  world().queued.length = 0;
  await world().house.jobs.get('channel-email.deliver')?.run(tools, { workspaceId: workspace.id, conversationId });
}

test.each([
  ['a claim that was not heard of', 1, 'after-commit'],
  ['a claim that was not made', 1, 'before'],
  ['an outcome that was not heard of', 2, 'after-commit'],
  ['an outcome that was not written', 2, 'before'],
] as const)('%s is asked again: sent, once, and known to be', async (_words, which, when) => {
  const id = await answer();
  await sendWith(troubledTools(which, when));
  expect(await copiesOf(id)).toEqual([{ to: 'dana@customer.example', state: 'sent', failure: null }]);
  expect(server.held).toHaveLength(1);
});

test('trouble of ours before anybody was called is tried again, not called unknown', async () => {
  const id = await answer();
  const tools = at(world().tools, soon());
  await sendWith({ ...tools, read: () => Promise.reject(lost()) });
  expect(await copiesOf(id)).toMatchObject([{ state: 'waiting', failure: expect.stringContaining('We try again') }]);
  await world().runJobs(soon(5));
  expect(await copiesOf(id)).toMatchObject([{ state: 'sent', failure: null }]);
  expect(server.held).toHaveLength(1);
});

test('a late "it did not leave" takes the claim from nobody who sends it again meanwhile', async () => {
  const id = await answer();
  const act = <T>(verb: (ctx: Ctx) => Promise<T>) => workspace.act(null, verb, soon());
  const claim = (claimedBy: string) => act((ctx) => claimMessage(ctx, { conversationId, channel: 'email', claimedBy }));
  const [first] = (await claim('first'))?.recipients ?? [];
  const say = (claimedBy: string, outcome: 'retry' | 'not-confirmed' | 'sent') =>
    act((ctx) => recordDeliveries(ctx, id, [{ deliveryId: first?.deliveryId ?? '', outcome }], claimedBy));
  await say('first', 'not-confirmed');
  const again = world().house.handlers.find(({ route }) => route === retrySend);
  await workspace.act(workspace.owner, async (ctx) => again?.run(ctx, { params: { id } } as never));
  expect(await claim('second')).not.toBeNull();
  await say('first', 'retry');
  expect(await copiesOf(id)).toMatchObject([{ state: 'claimed' }]);
  await say('second', 'sent');
  expect(await copiesOf(id)).toMatchObject([{ state: 'sent' }]);
});
