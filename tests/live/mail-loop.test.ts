import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reply } from '#domains/conversations';
import { newId } from '#platform/database';
import type { Process } from '#platform/domain';
import { type MailRig, mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { entriesOf, ledgerOf, mailLine } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let workspace: Workspace;
let listening: Awaited<ReturnType<Process['start']>>;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  rig = await startMailRig();
  workspace = await world().newWorkspace();
  await mailLine(world(), workspace, {
    address: 'support@desk.test',
    password: 'pw',
    settings: {
      imap: boxOf('support@desk.test'),
      smtp: { host: '127.0.0.1', port: rig.smtpPort, secure: false },
      fromName: 'Fernhill',
      signature: 'Fernhill customer service',
    },
  });
  listening = await startMailboxes();
});
afterAll(async () => {
  await listening?.stop();
  await rig?.stop();
});

async function startMailboxes() {
  const process = world().house.processes.find(({ name }) => name === 'channel-email.mailboxes');
  if (!process) throw new Error('Nobody listens to mailboxes.');
  return process.start({ ...world().tools, signal: new AbortController().signal });
}

/** How somebody's mailbox is reached. */
function boxOf(user: string) {
  return { host: '127.0.0.1', port: rig.imapPort, secure: false, user };
}

async function fates(atLeast: number): Promise<readonly string[]> {
  await until(async () => (await ledgerOf(world(), workspace)).length >= atLeast, `${atLeast} mails in the ledger`);
  return (await ledgerOf(world(), workspace)).map((row) => row.fate);
}

/** Answers as a teammate and lets the job send it. */
async function answerIn(conversationId: string, text: string, to?: string, cc: string[] = []): Promise<string> {
  const id = newId();
  const row = await world()
    .database.db.selectFrom('conversations')
    .select('version')
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow();
  await workspace.act(workspace.owner, (ctx) =>
    reply(ctx, conversationId, {
      id,
      text,
      lastSeenVersion: Number(row.version),
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: 'wait',
      ...(to ? { to: [to], cc } : {}),
    }),
  );
  await world().runJobs(new Date(Date.now() + 1_000));
  return id;
}

async function deliveriesOf(entryId: string) {
  return world()
    .database.db.selectFrom('deliveries')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('entry_id', '=', entryId)
    .execute();
}

describe('with a real Postfix and Dovecot', () => {
  test('a customer writes, we answer, the answer threads in their mailbox, and their answer threads here', async () => {
    const sent = await rig.send({
      from: 'Alice <alice@cust.test>',
      to: 'support@desk.test',
      subject: 'Order 4711',
      text: 'Where is it?',
      attachments: [{ filename: 'bill.txt', content: 'paid' }],
    });
    expect(await fates(1)).toEqual(['opened']);
    const [row] = await ledgerOf(world(), workspace);
    const conversationId = row?.conversation_id ?? '';
    await until(
      async () => (await rig.mails('support@desk.test', 1))[0]?.flags.has('\\Seen') ?? false,
      'the host to be told',
    );

    const entryId = await answerIn(conversationId, 'It left yesterday.');
    expect(await deliveriesOf(entryId)).toMatchObject([
      { recipient: 'alice@cust.test', failed_at: null, unconfirmed_at: null, failure: null },
    ]);
    expect((await deliveriesOf(entryId))[0]?.sent_at).toBeInstanceOf(Date);
    const [arrived] = await rig.mails('alice@cust.test', 1);
    const raw = arrived?.raw ?? '';
    expect(raw.replace(/\r?\n[ \t]+/g, ' ')).toContain(`In-Reply-To: ${sent}`);
    expect(raw).toMatch(/References:\s*<.+>/);
    expect(raw).toMatch(/Subject: Re: Order 4711/);
    expect(raw).toMatch(/Reply-To:\s*Fernhill\s+<support\+t[0-9a-z]+\.[0-9a-v]{16}@desk\.test>/);
    expect(raw).toContain('It left yesterday.');
    expect(raw).toContain('> Where is it?');
    expect(raw).toContain('Fernhill customer service');
    expect(raw).toContain('text/html');

    const ours = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '';
    const home = /^Reply-To:[^<]*<([^>]+)>/im.exec(raw)?.[1] ?? '';
    await rig.send({
      from: 'Alice <alice@cust.test>',
      to: home,
      subject: 'Re: Order 4711',
      text: 'It came. Thank you!',
      inReplyTo: ours,
      references: [sent, ours],
    });
    expect(await fates(2)).toEqual(['opened', 'threaded']);
    const entries = await entriesOf(world(), workspace);
    expect(entries.map((entry) => [entry.kind, entry.conversation_id === conversationId])).toEqual([
      ['in', true],
      ['out', true],
      ['in', true],
    ]);
  });

  test('an out-of-office answer to our reply is parked, and waits for nobody', async () => {
    await rig.send({
      from: 'Away <away@cust.test>',
      to: 'support@desk.test',
      subject: 'Before I leave',
      text: 'One question',
    });
    expect((await fates(3)).at(-1)).toBe('opened');
    const conversationId = (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
    await answerIn(conversationId, 'Here is the answer.');
    await rig.mails('away@cust.test', 1);
    expect((await fates(4)).at(-1)).toBe('parked');
    expect((await ledgerOf(world(), workspace)).at(-1)?.why).toContain('automatic');
  });

  test('a delivery report joins the conversation it is about and marks the copy', async () => {
    await rig.send({
      from: 'Nobody <nobody@cust.test>',
      envelope: { from: 'alice@cust.test', to: ['support@desk.test'] },
      to: 'support@desk.test',
      subject: 'From nobody',
      text: 'Hello',
    });
    expect((await fates(5)).at(-1)).toBe('opened');
    const conversationId = (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
    const entryId = await answerIn(conversationId, 'This will not arrive.');
    expect((await fates(6)).at(-1)).toBe('threaded');
    expect((await ledgerOf(world(), workspace)).at(-1)).toMatchObject({ conversation_id: conversationId });
    const [delivery] = await deliveriesOf(entryId);
    expect(delivery?.bounced_at).toBeInstanceOf(Date);
    expect(delivery?.failure).toBeTruthy();
  });

  test('a report about several people marks each copy that did not arrive, with its own reason', async () => {
    await rig.send({ from: 'Bea <bea@cust.test>', to: 'support@desk.test', subject: 'To several', text: 'Hello' });
    expect((await fates(7)).at(-1)).toBe('opened');
    const conversationId = (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
    const entryId = await answerIn(conversationId, 'To all of you.', 'bea@cust.test', [
      'nobody@cust.test',
      'full@cust.test',
    ]);
    expect((await fates(8)).at(-1)).toBe('threaded');
    expect(
      (await deliveriesOf(entryId))
        .map(({ recipient, bounced_at: at, failure }) => ({ recipient, came: at !== null, failure }))
        .sort((one, other) => one.recipient.localeCompare(other.recipient)),
    ).toEqual([
      { recipient: 'bea@cust.test', came: false, failure: null },
      { recipient: 'full@cust.test', came: true, failure: expect.stringContaining('The mailbox is full') },
      { recipient: 'nobody@cust.test', came: true, failure: expect.stringContaining('No such user here') },
    ]);
  });

  test('the mailbox goes away and comes back: nothing is lost, and its state says so in words', async () => {
    const stateOf = async () =>
      (
        await world()
          .database.db.selectFrom('mailboxes')
          .selectAll()
          .where('workspace_id', '=', workspace.id)
          .executeTakeFirst()
      )?.state;
    await until(async () => (await stateOf()) === 'connected', 'the mailbox to be connected');
    await rig.stopImap();
    await until(async () => (await stateOf()) === 'failing', 'the mailbox to fail');
    const box = await world()
      .database.db.selectFrom('mailboxes')
      .select('says')
      .where('workspace_id', '=', workspace.id)
      .executeTakeFirstOrThrow();
    expect(box.says).toMatch(/127\.0\.0\.1/);
    await rig.send({
      from: 'Alice <alice@cust.test>',
      to: 'support@desk.test',
      subject: 'While you were away',
      text: 'Still here',
    });
    rig.startImap();
    expect((await fates(9)).at(-1)).toBe('opened');
    await until(async () => (await stateOf()) === 'connected', 'the mailbox to come back');
  });

  test('a try of the connection says in words what it found', async () => {
    const handler = world().house.handlers.find(({ route }) => route.path === '/api/lines/:id/connection-test');
    const sixth = await world().newWorkspace();
    const imap = { ...boxOf('sixth@desk.test'), folder: 'INBOX' };
    const id = await mailLine(world(), sixth, {
      address: 'sixth@desk.test',
      settings: { smtp: { host: '127.0.0.1', port: rig.smtpPort, secure: false } },
    });
    const tryIt = (body: object) =>
      handler?.outside?.(world().tools, { params: { id }, body } as never, {
        workspaceId: sixth.id,
        actor: sixth.owner,
      });
    expect(await tryIt({})).toMatchObject({ imap: { state: 'off' }, smtp: { state: 'good' } });
    const settings = { imap, fromName: '', signature: '', door: false };
    expect(await tryIt({ settings, imapPassword: 'pw' })).toMatchObject({
      imap: { state: 'good', says: expect.stringContaining('holds 0 mails') },
    });
    expect(await tryIt({ settings, imapPassword: 'wrong' })).toMatchObject({
      imap: { state: 'bad', says: expect.stringContaining('refused the password') },
    });
    expect(await tryIt({ settings: { ...settings, imap: { ...imap, port: 1 } }, imapPassword: 'pw' })).toMatchObject({
      imap: { state: 'bad', says: expect.stringContaining('Nothing listens') },
    });
  });
});
