import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { plusAddress } from '#science/mail';
import { keyFor } from '#platform/secrets';
import { entriesOf, ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
let door: OpenDoor;
let workspace: Workspace;
let lineId: string;
let address: string;
let number = 0;

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
});
afterAll(() => door.close());
beforeEach(async () => {
  workspace = await world().newWorkspace();
  number += 1;
  address = `support${number}@shop.example`;
  lineId = await mailLine(world(), workspace, { address });
});

const from = 'Dana Reyes <dana@customer.example>';

describe('our own SMTP door', () => {
  test('a customer’s mail opens a conversation before the host is told', async () => {
    const taken = await sendTo(door.port, {
      from,
      to: address,
      subject: 'Where is my order?',
      text: 'It was due on Monday.',
    });
    expect(taken.response).toContain('250');
    const [row, ...more] = await ledgerOf(world(), workspace);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      fate: 'opened',
      from_address: 'dana@customer.example',
      subject: 'Where is my order?',
      door: 'smtp',
      line_id: lineId,
    });
    const [entry] = await entriesOf(world(), workspace);
    expect(entry).toMatchObject({
      kind: 'in',
      text: 'It was due on Monday.',
      from_name: 'Dana Reyes',
      conversation_id: row?.conversation_id,
    });
  });

  test('nobody lives at an unknown address, and a line without a door takes nothing', async () => {
    await expect(sendTo(door.port, { from, to: 'nobody@shop.example', subject: 'x', text: 'x' })).rejects.toMatchObject(
      { responseCode: 550 },
    );
    await mailLine(world(), workspace, { address: `closed${number}@shop.example`, settings: { door: false } });
    await expect(
      sendTo(door.port, { from, to: `closed${number}@shop.example`, subject: 'x', text: 'x' }),
    ).rejects.toMatchObject({ responseCode: 550 });
    expect(await ledgerOf(world(), workspace)).toEqual([]);
  });

  test('a host that did not hear our answer sends again: one message', async () => {
    const mail = {
      from,
      to: address,
      subject: 'Twice',
      text: 'Same',
      messageId: '<twice@customer.example>',
      date: new Date('2026-11-02T10:00:00Z'),
    };
    await sendTo(door.port, mail);
    await sendTo(door.port, { ...mail, headers: { 'X-Other-Way': 'yes' } });
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate)).toEqual(['opened', 'duplicate']);
    expect(await entriesOf(world(), workspace)).toHaveLength(1);
  });

  test('an answer finds home by the plus address alone, and only for who is on the conversation', async () => {
    await sendTo(door.port, { from, to: address, subject: 'Size', text: 'Is there a 42?' });
    const [first] = await ledgerOf(world(), workspace);
    const conversation = await world()
      .database.db.selectFrom('conversations')
      .select('number')
      .where('workspace_id', '=', workspace.id)
      .executeTakeFirstOrThrow();
    const home = plusAddress(address, conversation.number, keyFor(world().config, 'mail').toString('base64')) ?? '';
    await sendTo(door.port, { from, to: home, subject: 'Another subject', text: 'Or a 43?' });
    await sendTo(door.port, { from: 'stranger@elsewhere.example', to: home, subject: 'Hello', text: 'Let me in.' });
    const [, second, third] = await ledgerOf(world(), workspace);
    expect(second).toMatchObject({ fate: 'threaded', conversation_id: first?.conversation_id });
    expect(third?.fate).toBe('opened');
    expect(third?.conversation_id).not.toBe(first?.conversation_id);
  });

  test('a colleague in copy answers here; a stranger who quotes our ids does not', async () => {
    await sendTo(door.port, {
      from,
      to: address,
      cc: 'Sam <sam@customer.example>',
      subject: 'Both of us',
      text: 'Hi',
      messageId: '<root1@c.example>',
    });
    await sendTo(door.port, {
      from: 'Sam <sam@customer.example>',
      to: address,
      subject: 'Re: Both of us',
      text: 'Me too',
      inReplyTo: '<root1@c.example>',
      references: ['<root1@c.example>'],
    });
    await sendTo(door.port, {
      from: 'Eve <eve@other.example>',
      to: address,
      subject: 'Re: Both of us',
      text: 'And me',
      inReplyTo: '<root1@c.example>',
      references: ['<root1@c.example>'],
    });
    const [first, second, third] = await ledgerOf(world(), workspace);
    expect(second).toMatchObject({ fate: 'threaded', conversation_id: first?.conversation_id });
    expect(third).toMatchObject({ fate: 'opened' });
    expect(third?.conversation_id).not.toBe(first?.conversation_id);
  });

  test('an answer that overtakes its question is joined by it', async () => {
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Re: Late',
      text: 'I meant the blue one',
      messageId: '<late2@c.example>',
      inReplyTo: '<late1@c.example>',
      references: ['<late1@c.example>'],
    });
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Late',
      text: 'Which colours are there?',
      messageId: '<late1@c.example>',
    });
    const [first, second] = await ledgerOf(world(), workspace);
    expect(first?.fate).toBe('opened');
    expect(second).toMatchObject({ fate: 'threaded', conversation_id: first?.conversation_id });
  });

  test('a forward opens its own conversation', async () => {
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Invoice',
      text: 'Please check',
      messageId: '<inv1@c.example>',
    });
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Fwd: Invoice',
      text: 'see below',
      references: ['<inv1@c.example>'],
      messageId: '<inv2@c.example>',
    });
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate)).toEqual(['opened', 'opened']);
  });

  test('two at once of one thread open one conversation', async () => {
    const mails = [1, 2, 3, 4].map((n) => ({
      from,
      to: address,
      subject: 'Re: Race',
      text: `Part ${n}`,
      messageId: `<race${n}@c.example>`,
      references: ['<race0@c.example>'],
      inReplyTo: '<race0@c.example>',
    }));
    await Promise.all(mails.map((mail) => sendTo(door.port, mail)));
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate).sort()).toEqual(['opened', 'threaded', 'threaded', 'threaded']);
    expect(new Set(rows.map((row) => row.conversation_id)).size).toBe(1);
  });

  test('automatic answers, lists and our own mail coming back are parked with the reason, and one step recovers them', async () => {
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Out of office',
      text: 'Until Monday',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await sendTo(door.port, {
      from: 'news@shop.example',
      to: address,
      subject: 'Sale',
      text: 'Buy',
      headers: { 'List-Id': '<news.shop.example>', 'List-Unsubscribe': '<https://x.example>' },
    });
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate)).toEqual(['parked', 'parked']);
    expect(rows.every((row) => row.why.length > 10 && row.settled_at === null)).toBe(true);
    expect(await entriesOf(world(), workspace)).toEqual([]);
    const handler = world().house.handlers.find(({ route }) => route.path === '/api/ledger/:id/recovery');
    const recover = () =>
      handler?.outside?.(world().tools, { params: { id: rows[1]?.id }, body: {} } as never, {
        workspaceId: workspace.id,
        actor: workspace.owner,
      });
    expect(await recover()).toMatchObject({ mail: { fate: 'opened', can: [] } });
    await expect(recover()).rejects.toMatchObject({ code: 'mail/not-parked' });
    expect(await entriesOf(world(), workspace)).toHaveLength(1);
  });

  test('trouble of our database is 451, and nothing is half written', async () => {
    await world().database.pool.query('alter table mail_ledger rename to mail_ledger_away');
    try {
      // a missing table stands for any trouble that a mail did not cause; what it cannot be is lost
      await expect(sendTo(door.port, { from, to: address, subject: 'Keep me', text: 'x' })).rejects.toMatchObject({
        responseCode: 451,
      });
    } finally {
      await world().database.pool.query('alter table mail_ledger_away rename to mail_ledger');
    }
    await sendTo(door.port, { from, to: address, subject: 'Keep me', text: 'x' });
    expect(await ledgerOf(world(), workspace)).toMatchObject([{ fate: 'opened' }]);
  });

  test('by LMTP each recipient gets an answer of its own', async () => {
    const lmtp = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'lmtp' });
    try {
      const sent = await sendTo(
        lmtp.port,
        { from, to: [address, 'nobody@shop.example'], subject: 'LMTP', text: 'Hi' },
        'lmtp',
      );
      expect(sent.rejected).toEqual(['nobody@shop.example']);
      expect(await ledgerOf(world(), workspace)).toMatchObject([{ fate: 'opened', door: 'lmtp' }]);
    } finally {
      await lmtp.close();
    }
  });

  test('the case policy of a line keeps one conversation a customer', async () => {
    const one = `one${number}@shop.example`;
    await mailLine(world(), workspace, { address: one, casePolicy: 'customer', caseWindowHours: 24 });
    await sendTo(door.port, { from, to: one, subject: 'First', text: 'One' });
    await sendTo(door.port, { from, to: one, subject: 'Second', text: 'Two' });
    await sendTo(door.port, { from: 'else@customer.example', to: one, subject: 'Third', text: 'Three' });
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate)).toEqual(['opened', 'threaded', 'opened']);
  });

  test('what is received is told to open screens before the host hears that we have it', async () => {
    const seen = world().published.length;
    await sendTo(door.port, { from, to: address, subject: 'Fast', text: 'x' });
    expect(
      world()
        .published.slice(seen)
        .map(({ topic }) => topic),
    ).toContain('conversation');
  });
});
