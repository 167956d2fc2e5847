import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { reply } from '#domains/conversations';
import { newId } from '#platform/database';
import { keyFor } from '#platform/secrets';
import { plusAddress } from '#science/mail';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import { ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
let door: OpenDoor;
let server: OddSmtp;
let workspace: Workspace;
let address: string;
let count = 0;

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  server = await startOddSmtp();
});
afterAll(async () => {
  await door.close();
  await server.stop();
});
beforeEach(async () => {
  server.held.length = 0;
  workspace = await world().newWorkspace();
  count += 1;
  address = `threads${count}@shop.example`;
  await mailLine(world(), workspace, {
    address,
    settings: { smtp: { host: '127.0.0.1', port: server.port, secure: false } },
  });
});

const dana = 'Dana <dana@customer.example>';
const eve = 'Eve <eve@other.example>';

type Sent = Parameters<typeof sendTo>[1];

/** Sends a mail and gives the row it left in the ledger. */
async function send(mail: Sent) {
  await sendTo(door.port, { to: address, text: 'Hello', subject: 'Order', ...mail });
  const row = (await ledgerOf(world(), workspace)).at(-1);
  if (!row) throw new Error('The mail left no row.');
  return row;
}

/** A conversation of Dana's, by the id of her mail. */
async function opened() {
  const id = `<first${count}@customer.example>`;
  const row = await send({ from: dana, messageId: id });
  const { rows } = await world().database.pool.query<{ number: string }>(
    'select number from conversations where workspace_id = $1 and id = $2',
    [workspace.id, row.conversation_id],
  );
  return { id, conversationId: row.conversation_id ?? '', number: Number(rows[0]?.number) };
}

/** Answers as a teammate; gives the id that our mail left with. */
async function answered(conversationId: string): Promise<string> {
  await workspace.act(workspace.owner, (ctx) =>
    reply(ctx, conversationId, {
      id: newId(),
      text: 'It left yesterday.',
      lastSeenVersion: 1,
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: 'wait',
    }),
  );
  await world().runJobs(new Date(Date.now() + 1_000));
  return /^Message-ID:\s*(<[^>]+>)/im.exec(server.held.at(-1)?.raw ?? '')?.[1] ?? '';
}

describe('a mail joins a conversation', () => {
  test('by the id of our own mail, though nothing else of it is left', async () => {
    const { conversationId } = await opened();
    const ours = await answered(conversationId);
    expect(ours).toMatch(/^<rapport\./);
    const row = await send({ from: dana, subject: 'Quite another subject', inReplyTo: ours });
    expect(row).toMatchObject({ fate: 'threaded', conversation_id: conversationId });
    expect(row.why).toContain('In-Reply-To');
  });

  test('by an ancestor in References that we never saw ourselves', async () => {
    const first = await send({ from: dana, references: ['<unseen@x.example>', '<second@x.example>'] });
    const row = await send({ from: dana, references: ['<unseen@x.example>'], inReplyTo: '<never@x.example>' });
    expect(first.fate).toBe('opened');
    expect(row).toMatchObject({ fate: 'threaded', conversation_id: first.conversation_id });
    expect(row.why).toContain('References');
  });

  test.each(['Delivered-To', 'X-Original-To', 'Envelope-To', 'X-Envelope-To', 'X-Forwarded-To', 'To', 'Cc'])(
    'by the signed address in %s',
    async (name) => {
      const { conversationId, number } = await opened();
      const home = plusAddress(address, number, keyFor(world().config, 'mail').toString('base64')) ?? '';
      const field = name.toLowerCase();
      const evidence =
        field === 'to' || field === 'cc' ? { [field]: home } : { headers: { [name]: home.toUpperCase() } };
      const row = await send({
        from: dana,
        subject: 'New words',
        ...evidence,
        envelope: { from: 'dana@customer.example', to: [address] },
      });
      expect(row).toMatchObject({ fate: 'threaded', conversation_id: conversationId });
      expect(row.why).toContain('the address that only this conversation has');
    },
  );

  test('as the delivery report of a mail of ours, though a server sent it', async () => {
    const { conversationId } = await opened();
    const ours = await answered(conversationId);
    const row = await send({
      from: 'MAILER-DAEMON@customer.example',
      envelope: { from: '', to: [address] },
      subject: 'Undelivered Mail Returned to Sender',
      raw: [
        'From: MAILER-DAEMON@customer.example',
        `To: ${address}`,
        'Subject: Undelivered Mail Returned to Sender',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        '',
        'Sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; x.example',
        '',
        'Final-Recipient: rfc822; dana@customer.example',
        'Action: failed',
        'Status: 5.1.1',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${ours}`,
        '--b--',
      ].join('\r\n'),
    });
    expect(row).toMatchObject({ fate: 'threaded', conversation_id: conversationId });
  });

  test('by a number in the subject, but only from who wrote before', async () => {
    const { conversationId, number } = await opened();
    const own = await send({ from: dana, subject: `Re: [#${number}] Order` });
    expect(own).toMatchObject({ fate: 'threaded', conversation_id: conversationId });
    expect(own.why).toContain('Its subject names the number');
    const foreign = await send({ from: eve, subject: `Re: [#${number}] Order` });
    expect(foreign.fate).toBe('opened');
    expect(foreign.conversation_id).not.toBe(conversationId);
  });
});

describe('a mail opens a conversation of its own', () => {
  test.each([
    ['our own id', (ours: string) => ({ inReplyTo: ours, references: [ours] })],
    ['the signed address', (_: string, home: string) => ({ headers: { 'Delivered-To': home } })],
    ['an ancestor', (_: string, __: string, first: string) => ({ references: [first] })],
  ])('from a stranger who has %s', async (_, evidence) => {
    const { conversationId, number, id } = await opened();
    const ours = await answered(conversationId);
    const home = plusAddress(address, number, keyFor(world().config, 'mail').toString('base64')) ?? '';
    const row = await send({ from: eve, subject: 'Re: Order', ...evidence(ours, home, id) });
    expect(row.fate).toBe('opened');
    expect(row.conversation_id).not.toBe(conversationId);
    expect(row.why).toContain('not part of');
  });

  test('with an address that somebody else signed', async () => {
    const { conversationId, number } = await opened();
    const forged = plusAddress(address, number, 'another secret') ?? '';
    const row = await send({ from: dana, headers: { 'Delivered-To': forged } });
    expect(row.conversation_id).not.toBe(conversationId);
  });

  test.each([
    'Fwd:',
    'FW:',
    'WG:',
    'TR:',
    'RV:',
    'ENC:',
    'I:',
    'Doorst:',
    'VL:',
    'VB:',
    'PD:',
    'ПЕР:',
    'Пересл:',
    'İLT:',
    '转发:',
    '轉寄:',
    '転送:',
    '전달:',
    'הועבר:',
    'إعادة توجيه:',
  ])('as a forward: %s', async (prefix) => {
    const { conversationId, id } = await opened();
    const row = await send({ from: dana, subject: `${prefix} Order`, references: [id] });
    expect(row).toMatchObject({ fate: 'opened' });
    expect(row.conversation_id).not.toBe(conversationId);
    expect(row.why).toContain('forwarded');
  });

  test.each([
    [
      'a marker in the body',
      {
        text: 'See below\n\n---------- Mensaje reenviado ----------\nDe: Eve <eve@other.example>\nFecha: lun\nAsunto: x\nPara: dana@customer.example\n\nHola',
      },
    ],
    [
      'a carried mail',
      {
        attachments: [
          {
            contentType: 'message/rfc822',
            content: 'From: eve@other.example\r\nSubject: x\r\n\r\nHi',
            filename: 'x.eml',
          },
        ],
      },
    ],
    ['a header of forwarding', { headers: { 'X-Forwarded-Message-Id': '<a@b.example>' } }],
  ])('as a forward by %s, whatever its subject', async (_, extra) => {
    const { conversationId, id } = await opened();
    const row = await send({ from: dana, subject: 'Order', references: [id], ...extra });
    expect(row.fate).toBe('opened');
    expect(row.conversation_id).not.toBe(conversationId);
  });

  test('as an answer to nothing we know', async () => {
    await opened();
    const row = await send({ from: dana, subject: 'Re: Something of last year', inReplyTo: '<elsewhere@x.example>' });
    expect(row.fate).toBe('opened');
    expect(row.why).toContain('Nothing it names is known');
  });
});

describe('the case policy of a line', () => {
  async function lineOf(casePolicy: 'thread' | 'open-conversation' | 'customer', caseWindowHours?: number) {
    address = `${casePolicy}${count}@shop.example`;
    await mailLine(world(), workspace, { address, casePolicy, ...(caseWindowHours ? { caseWindowHours } : {}) });
    return (await send({ from: dana, subject: 'First' })).conversation_id;
  }
  const closeSince = (conversationId: string | null, hours: number) =>
    world().database.pool.query(
      `update conversations set status_category = 'closed', closed_at = now() - make_interval(hours => $3) where workspace_id = $1 and id = $2`,
      [workspace.id, conversationId, hours],
    );
  const second = () => send({ from: dana, subject: 'Second' });

  test('by thread: what answers nothing opens one', async () => {
    const first = await lineOf('thread');
    expect((await second()).conversation_id).not.toBe(first);
  });

  test('by open conversation: joins what is open, and opens anew once that is closed', async () => {
    const first = await lineOf('open-conversation');
    expect(await second()).toMatchObject({ fate: 'threaded', conversation_id: first });
    expect((await send({ from: eve })).conversation_id).not.toBe(first);
    await closeSince(first, 1);
    expect((await second()).conversation_id).not.toBe(first);
  });

  test('by customer: joins also what was closed within the window, and nothing older', async () => {
    const first = await lineOf('customer', 24);
    await closeSince(first, 23);
    expect(await second()).toMatchObject({ fate: 'threaded', conversation_id: first });
    await closeSince(first, 25);
    expect((await second()).conversation_id).not.toBe(first);
  });

  test('a forward opens one of its own under any policy', async () => {
    const first = await lineOf('customer', 24);
    expect(
      (await send({ from: dana, subject: 'Fwd: something', references: ['<x@y.example>'] })).conversation_id,
    ).not.toBe(first);
  });
});
