import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { reply } from '#domains/conversations';
import { newId } from '#platform/database';
import { keyFor } from '#platform/secrets';
import { plusAddress } from '#science/mail';
import { entriesOf, ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
const keys = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const privateKey = String(keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
let door: OpenDoor;
let workspace: Workspace;
let address: string;
let number = 0;

/** The name servers of this test: a bank that signs and sets a strict rule, and nothing else. */
async function dns(name: string, type: string): Promise<unknown> {
  const records: Record<string, unknown> = {
    'TXT bank.example': [['v=spf1 ip4:198.51.100.7 -all']],
    'TXT _dmarc.bank.example': [['v=DMARC1; p=reject']],
    'TXT k1._domainkey.bank.example': [[`v=DKIM1; k=rsa; p=${publicKey}`]],
  };
  const found = records[`${type} ${name}`];
  if (!found) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
  return found;
}

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp', dns });
});
afterAll(() => door.close());
beforeEach(async () => {
  workspace = await world().newWorkspace();
  number += 1;
  address = `guard${number}@shop.example`;
  await mailLine(world(), workspace, { address, settings: { budgetPerHour: 3 }, casePolicy: 'customer' });
});

/** A line that the mail host before ours wrote. */
const came = (ip: string) => ({ Received: `from mail.bank.example (mail.bank.example [${ip}]) by mx.shop.example` });
const from = 'Alice <alice@bank.example>';
const genuine = { dkim: { domainName: 'bank.example', keySelector: 'k1', privateKey } };

async function conversations() {
  return world()
    .database.db.selectFrom('conversations')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('number')
    .execute();
}

describe('a mail in somebody else’s name', () => {
  test('opens apart and joins neither the conversation nor the record of the real customer', async () => {
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'My card',
      text: 'Hi',
      headers: came('198.51.100.7'),
      ...genuine,
    });
    const [first] = await ledgerOf(world(), workspace);
    expect(first).toMatchObject({ fate: 'opened', evidence: { sender: { verdict: 'pass', dmarc: 'pass' } } });
    const [real] = await conversations();
    // it knows everything that leads home: the id, the signed address; and the line keeps one case a customer
    const home = plusAddress(address, Number(real?.number), keyFor(world().config, 'mail').toString('base64')) ?? '';
    await sendTo(door.port, {
      from,
      to: home,
      subject: 'Re: My card',
      text: 'Send the code to me',
      inReplyTo: first?.message_id ?? '',
      references: [first?.message_id ?? ''],
      headers: came('203.0.113.66'),
    });
    const [, second] = await ledgerOf(world(), workspace);
    expect(second).toMatchObject({ fate: 'opened', why: expect.stringContaining('not proven') });
    const [, apart] = await conversations();
    expect(apart?.customer_id).not.toBe(real?.customer_id);
    const people = await world()
      .database.db.selectFrom('identities')
      .select(['kind', 'value', 'customer_id'])
      .where('workspace_id', '=', workspace.id)
      .execute();
    expect(people.filter((one) => one.kind === 'address')).toMatchObject([{ customer_id: real?.customer_id }]);
    expect(await entriesOf(world(), workspace)).toHaveLength(2);

    // and what the real one writes next is theirs alone
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Another',
      text: 'Me',
      headers: came('198.51.100.7'),
      ...genuine,
    });
    expect((await ledgerOf(world(), workspace))[2]).toMatchObject({ fate: 'threaded', conversation_id: real?.id });
  });

  test('what cannot be checked is taken in and says so', async () => {
    await sendTo(door.port, {
      from: 'x@no-rule.example',
      to: address,
      subject: 'No rule',
      text: 'x',
      headers: came('203.0.113.9'),
    });
    await sendTo(door.port, { from: 'y@plain.example', to: address, subject: 'Nothing', text: 'x' });
    expect(
      (await ledgerOf(world(), workspace)).map(({ fate, evidence }) => [
        fate,
        (evidence as { sender: { verdict: string } }).sender.verdict,
      ]),
    ).toEqual([
      ['opened', 'unknown'],
      ['opened', 'none'],
    ]);
  });
});

describe('an address that sends more than a person can', () => {
  test('is held back with the reason, and the others are not', async () => {
    for (const n of [1, 2, 3, 4, 5])
      await sendTo(door.port, { from: 'bot@loop.example', to: address, subject: `Loop ${n}`, text: `${n}` });
    await sendTo(door.port, { from: 'human@calm.example', to: address, subject: 'Calm', text: 'x' });
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate)).toEqual(['opened', 'threaded', 'threaded', 'parked', 'parked', 'opened']);
    expect(rows[3]).toMatchObject({ reason: 'budget', why: expect.stringContaining('more than a person') });
  });
});

describe('a mail of ours that came back', () => {
  test('marks the address on the customer, tells who wrote it, and a new mail of theirs clears it', async () => {
    await sendTo(door.port, { from: 'Gone <gone@cust.example>', to: address, subject: 'Question', text: '?' });
    const [conversation] = await conversations();
    const entryId = newId();
    await workspace.act(workspace.owner, (ctx) =>
      reply(ctx, conversation?.id ?? '', {
        id: entryId,
        text: 'Answer',
        lastSeenVersion: Number(conversation?.version),
        sendAnyway: true,
        undoWindowSeconds: 0,
        then: 'wait',
      }),
    );
    await world().runJobs(new Date(Date.now() + 1_000));
    const minted = await world()
      .database.db.selectFrom('mail_ids')
      .select('message_id')
      .where('workspace_id', '=', workspace.id)
      .where('entry_id', '=', entryId)
      .executeTakeFirstOrThrow();
    await sendTo(door.port, {
      envelope: { from: '', to: [address] },
      raw: reportAbout(minted.message_id ?? '', address),
    });
    const undeliverable = async () =>
      (
        await world()
          .database.db.selectFrom('identities')
          .select('undeliverable_at')
          .where('workspace_id', '=', workspace.id)
          .where('value', '=', 'gone@cust.example')
          .executeTakeFirstOrThrow()
      ).undeliverable_at;
    expect(await undeliverable()).toBeInstanceOf(Date);
    await world().runJobs(new Date(Date.now() + 2_000));
    const notices = await world()
      .database.db.selectFrom('notices')
      .select(['kind', 'teammate_id'])
      .where('workspace_id', '=', workspace.id)
      .execute();
    expect(notices).toContainEqual({ kind: 'reply-came-back', teammate_id: workspace.owner.id });
    await sendTo(door.port, { from: 'Gone <gone@cust.example>', to: address, subject: 'Still here', text: '!' });
    expect(await undeliverable()).toBeNull();

    // marked again, and this time a teammate knows better
    await world()
      .database.db.updateTable('identities')
      .set({ undeliverable_at: new Date() })
      .where('workspace_id', '=', workspace.id)
      .where('value', '=', 'gone@cust.example')
      .execute();
    await liftsIt();
    expect(await undeliverable()).toBeNull();
  });
});

/** A teammate finds the address among those that send our mail back, and says that it takes mail again. */
async function liftsIt(): Promise<void> {
  const handlerOf = (path: string) => {
    const handler = world().house.handlers.find(({ route }) => route.path === path);
    if (!handler) throw new Error(`There is no ${path}.`);
    return handler;
  };
  const list = () =>
    workspace.read(workspace.owner, (ctx) =>
      handlerOf('/api/unreachable-addresses').run(ctx as never, { query: { limit: 10 } } as never),
    ) as Promise<{ rows: { identityId: string; customerName: string; address: string; can: string[] }[]; next: null }>;
  const { rows } = await list();
  expect(rows).toMatchObject([{ address: 'gone@cust.example', customerName: 'Gone', can: ['lift'] }]);
  const ask = { params: { id: rows[0]?.identityId } };
  await workspace.act(workspace.owner, (ctx) =>
    handlerOf('/api/identities/:id/undeliverable').run(ctx as never, ask as never),
  );
  expect((await list()).rows).toEqual([]);
}

function reportAbout(messageId: string, to: string): string {
  return [
    'From: MAILER-DAEMON@mx.example',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'No such user.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; gone@cust.example',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${messageId}>`,
    'Subject: Re: Question',
    '',
    'Answer',
    '--b--',
    '',
  ].join('\r\n');
}
