import { connect } from 'node:net';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDoor } from '#domains/channel-email';
import type { Process } from '#platform/domain';
import { corpus, corpusMissing } from '../support/corpus.ts';
import { mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import { useWorld } from '../support/world.ts';

const laneCount = 4;
const world = useWorld();

beforeEach((context) => {
  const missing = corpusMissing();
  if (missing) context.skip(missing);
});

/** What does not hold: each mail must have its row with a fate and a reason, and none may have broken us. */
function amiss(rows: Awaited<ReturnType<typeof ledgerOf>>, mails: number): string[] {
  const wrong = rows.flatMap((row) => {
    const isPlaced = row.fate === 'opened' || row.fate === 'threaded';
    const isFine =
      row.sha256 !== null &&
      (isPlaced ? row.entry_id !== null : ['parked', 'duplicate'].includes(row.fate) && row.why !== '');
    return isFine && !row.why.startsWith('It could not be placed')
      ? []
      : [`${row.fate}: ${row.why} ${JSON.stringify(row.evidence)}`];
  });
  return rows.length === mails ? wrong : [...wrong, `${rows.length} rows for ${mails} mails`];
}

describe('broken and odd mails', () => {
  test('through our own door: each has its row in the ledger', { timeout: 180_000 }, async () => {
    const workspace = await world().newWorkspace();
    await mailLine(world(), workspace, { address: 'corpus@shop.example' });
    const door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
    // on the wire every line ends alike: what differs in that only is one mail
    const mails = [...new Map(corpus().map((raw) => [onTheWire(raw), raw])).values()];
    const refused: string[] = [];
    // several hosts at once, as it is outside
    const lanes = Array.from({ length: laneCount }, async (_, lane) => {
      for (const raw of mails.filter((_raw, index) => index % laneCount === lane)) {
        const said = await give(door.port, raw);
        if (!said.startsWith('250')) refused.push(said);
      }
    });
    await Promise.all(lanes);
    await door.close();
    expect(refused).toEqual([]);
    expect(amiss(await ledgerOf(world(), workspace), mails.length)).toEqual([]);
  });

  test('through a real mailbox: each has its row in the ledger', { timeout: 180_000 }, async (context) => {
    const missing = mailRigMissing();
    if (missing) context.skip(missing);
    const rig = await startMailRig();
    const mailboxes = world().house.processes.find(({ name }) => name === 'channel-email.mailboxes') as Process;
    const listening = await mailboxes.start({ ...world().tools, signal: new AbortController().signal });
    try {
      const workspace = await world().newWorkspace();
      const mails = corpus();
      await rig.append('corpus@desk.test', mails);
      await mailLine(world(), workspace, {
        address: 'corpus@desk.test',
        password: 'pw',
        settings: { imap: { host: '127.0.0.1', port: rig.imapPort, secure: false, user: 'corpus@desk.test' } },
      });
      await until(async () => (await ledgerOf(world(), workspace)).length >= mails.length, 'every mail', 120_000);
      expect(amiss(await ledgerOf(world(), workspace), mails.length)).toEqual([]);
    } finally {
      await listening.stop();
      await rig.stop();
    }
  });
});

/** Hands over raw bytes as they are, only with the dots that the protocol asks for; gives the last answer. */
async function give(port: number, raw: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const steps = [
    'EHLO test',
    'MAIL FROM:<sender@customer.example>',
    'RCPT TO:<corpus@shop.example>',
    'DATA',
    `${onTheWire(raw)}\r\n.`,
  ];
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      const last = answer.trimEnd().split('\r\n').at(-1) ?? '';
      if (!answer.endsWith('\r\n') || !/^\d{3} /.test(last)) return;
      answer = '';
      const step = steps.shift();
      if (step !== undefined && /^[23]/.test(last)) return void socket.write(Buffer.from(`${step}\r\n`, 'latin1'));
      socket.end('QUIT\r\n');
      resolve(last);
    });
  });
}

function onTheWire(raw: Buffer): string {
  return raw
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => (line.startsWith('.') ? `.${line}` : line))
    .join('\r\n');
}
