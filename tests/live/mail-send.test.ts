import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { reply } from '#domains/conversations';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { copiesOfReply, entriesOf, ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import type { Workspace } from '../support/workspace.ts';
import { at, useWorld } from '../support/world.ts';

const world = useWorld();
let door: OpenDoor;
let server: OddSmtp;
let workspace: Workspace;
let conversationId: string;
let number = 0;

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  server = await startOddSmtp();
});
afterAll(async () => {
  await door.close();
  await server.stop();
});
beforeEach(async () => {
  Object.assign(server, { mood: 'takes', onWhole: async () => undefined });
  server.refused.clear();
  server.held.length = 0;
  workspace = await world().newWorkspace();
  number += 1;
  conversationId = await conversationOn({ smtp: { host: '127.0.0.1', port: server.port, secure: false } });
});

async function conversationOn(settings: Record<string, unknown>): Promise<string> {
  const address = `help${number}-${Object.keys(settings).length}@shop.example`;
  await mailLine(world(), workspace, { address, settings });
  await sendTo(door.port, {
    from: 'Dana <dana@customer.example>',
    cc: 'Sam <sam@customer.example>',
    to: address,
    subject: 'Order',
    text: 'Where?',
    messageId: `<q${newId()}@customer.example>`,
  });
  return (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
}

async function answerTo(recipients: readonly string[] = ['dana@customer.example']): Promise<string> {
  const id = newId();
  await workspace.act(workspace.owner, (ctx) =>
    reply(ctx, conversationId, {
      id,
      text: 'It left yesterday.',
      html: '<p>It left <b>yesterday</b>.</p><script>bad()</script>',
      to: recipients.slice(0, 1),
      cc: recipients.slice(1),
      lastSeenVersion: 1,
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: 'wait',
    }),
  );
  return id;
}

const soon = (minutes = 0) => new Date(Date.now() + 1_000 + minutes * 60_000);

const copiesOf = (entryId: string) => copiesOfReply(world(), workspace, entryId);

describe('a reply leaves once', () => {
  test('accepted is sent: safe markup, plain text and our marks', async () => {
    const id = await answerTo();
    await world().runJobs(soon());
    expect(await copiesOf(id)).toEqual([{ to: 'dana@customer.example', state: 'sent', failure: null }]);
    const [mail] = server.held;
    expect(server.held).toHaveLength(1);
    expect(mail?.raw).toContain('<b>yesterday</b>');
    expect(mail?.raw).not.toContain('bad()');
    expect(mail?.raw).toContain('X-Rapport-Loop: ');
    expect(mail?.raw).toContain('> Where?');
  });

  test('the customer’s words are not quoted to somebody who never had them', async () => {
    const id = await answerTo(['third@party.example']);
    await world().runJobs(soon());
    expect(await copiesOf(id)).toMatchObject([{ state: 'sent' }]);
    expect(server.held[0]?.raw).not.toContain('Where?');
  });

  test('put off is tried again, with the same message id', async () => {
    server.mood = 'puts-off';
    const id = await answerTo();
    await world().runJobs(soon());
    expect(await copiesOf(id)).toMatchObject([
      { state: 'waiting', failure: expect.stringContaining('Try again later') },
    ]);
    server.mood = 'takes';
    await world().runJobs(soon(5));
    expect(await copiesOf(id)).toMatchObject([{ state: 'sent', failure: null }]);
    expect(server.held).toHaveLength(1);
  });

  test('a server that dies before the mail has nothing: it is tried again', async () => {
    server.mood = 'dies-before-data';
    const id = await answerTo();
    await world().runJobs(soon());
    expect(await copiesOf(id)).toMatchObject([{ state: 'waiting' }]);
    server.mood = 'takes';
    await world().runJobs(soon(5));
    expect(await copiesOf(id)).toMatchObject([{ state: 'sent' }]);
    expect(server.held).toHaveLength(1);
  });

  test('a server that dies after the whole mail: not confirmed, and never again on its own', async () => {
    server.mood = 'dies-after-data';
    const id = await answerTo();
    await world().runJobs(soon());
    expect(await copiesOf(id)).toMatchObject([
      { state: 'not confirmed', failure: expect.stringContaining('may or may not') },
    ]);
    server.mood = 'takes';
    await world().tick(soon(30));
    await world().runJobs(soon(60));
    expect(server.held).toHaveLength(1);
  });

  test('refused for good is failed, recipient by recipient', async () => {
    server.refused.add('sam@customer.example');
    const id = await answerTo(['dana@customer.example', 'sam@customer.example']);
    await world().runJobs(soon());
    expect(await copiesOf(id)).toMatchObject([
      { to: 'dana@customer.example', state: 'sent' },
      { to: 'sam@customer.example', state: 'failed', failure: expect.stringContaining('No such user') },
    ]);
    server.mood = 'refuses-mail';
    const second = await answerTo();
    await world().runJobs(soon());
    expect(await copiesOf(second)).toMatchObject([
      { state: 'failed', failure: expect.stringContaining('do not want') },
    ]);
  });

  test('without any server it fails in words that say what to set, and is kept', async () => {
    conversationId = await conversationOn({});
    const id = await answerTo();
    await world().runJobs(soon());
    expect(await copiesOf(id)).toMatchObject([{ state: 'failed', failure: expect.stringContaining('SMTP_HOST') }]);
    expect(
      (await entriesOf(world(), workspace)).some(
        (entry) => entry.entry_id === id && entry.text === 'It left yesterday.',
      ),
    ).toBe(true);
  });
});

describe('killed', () => {
  /** Tools that die at a step, as a killed process does: what was committed stays, nothing after it happens. */
  function dyingTools(transactions: number): Tools {
    let left = transactions;
    const tools = at(world().tools, soon());
    return {
      ...tools,
      transact: async (who, verb) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return tools.transact(who, verb);
      },
    };
  }

  async function dieWhileSending(transactions: number): Promise<void> {
    const job = world().house.jobs.get('channel-email.deliver');
    world().queued.length = 0;
    await expect(job?.run(dyingTools(transactions), { workspaceId: workspace.id, conversationId })).rejects.toThrow(
      'killed',
    );
  }

  test('before the claim: sent once, later', async () => {
    const id = await answerTo();
    await dieWhileSending(0);
    expect(await copiesOf(id)).toMatchObject([{ state: 'waiting' }]);
    await world().tick(soon(2));
    await world().runJobs(soon(2));
    expect(await copiesOf(id)).toMatchObject([{ state: 'sent' }]);
    expect(server.held).toHaveLength(1);
  });

  test('between the claim and the record: not confirmed by the sweep, and not sent a second time', async () => {
    const id = await answerTo();
    await dieWhileSending(1);
    expect(server.held).toHaveLength(1);
    expect(await copiesOf(id)).toMatchObject([{ state: 'claimed' }]);
    await world().tick(soon(5));
    await world().runJobs(soon(6));
    expect(await copiesOf(id)).toMatchObject([{ state: 'not confirmed' }]);
    expect(server.held).toHaveLength(1);
  });

  test('an answer to a mail that was never confirmed finds home all the same', async () => {
    await answerTo();
    await dieWhileSending(1);
    const ours = /^Message-ID:\s*(<[^>]+>)/im.exec(server.held[0]?.raw ?? '')?.[1] ?? '';
    await sendTo(door.port, {
      from: 'Dana <dana@customer.example>',
      to: `help${number}-1@shop.example`,
      subject: 'Re: Order',
      text: 'Thanks',
      inReplyTo: ours,
      references: [ours],
    });
    expect((await ledgerOf(world(), workspace)).at(-1)).toMatchObject({
      fate: 'threaded',
      conversation_id: conversationId,
    });
  });
});
