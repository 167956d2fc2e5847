import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDoor } from '#domains/channel-email';
import type { Process } from '#platform/domain';
import { waysFile, type Way } from '../corpus/ways.ts';
import { amissIn, corpusMissing, wholeCorpus } from '../support/corpus.ts';
import { mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import { giveAll } from '../support/raw-smtp.ts';
import { useWorld } from '../support/world.ts';
import type { Workspace } from '../support/workspace.ts';

const world = useWorld();
const ways: Way[] = [];

beforeEach((context) => {
  const missing = corpusMissing();
  if (missing) context.skip(missing);
});
/** `npm run corpus -- --ways` puts the counts into docs/reference/mail-corpus.md. */
afterAll(() => {
  if (ways.length === 0) return;
  mkdirSync(dirname(waysFile), { recursive: true });
  writeFileSync(waysFile, JSON.stringify(ways));
});

/** Each mail has one row with a fate, none broke us, and the counts are kept. */
async function judge(way: string, workspace: Workspace, mails: number): Promise<void> {
  const rows = await ledgerOf(world(), workspace);
  expect(amissIn(rows, mails)).toEqual([]);
  expect(new Set(rows.map((row) => row.sha256)).size).toBe(mails);
  const fates: Record<string, number> = {};
  for (const { fate, reason } of rows) {
    const name = reason ? `${fate}: ${reason}` : fate;
    fates[name] = (fates[name] ?? 0) + 1;
  }
  ways.push({ way, messages: mails, fates });
}

test('every mail of every set through our own door has its fate in the ledger', async () => {
  const workspace = await world().newWorkspace();
  await mailLine(world(), workspace, { address: 'corpus@shop.example', settings: { budgetPerHour: 0 } });
  const door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  try {
    expect(await giveAll(door.port, 'corpus@shop.example', wholeCorpus())).toEqual([]);
    await judge('our own door (SMTP)', workspace, wholeCorpus().length);
  } finally {
    await door.close();
  }
});

test('every mail of every set through Postfix and Dovecot has its fate in the ledger', async (context) => {
  const missing = mailRigMissing();
  if (missing) context.skip(missing);
  const rig = await startMailRig();
  const mailboxes = world().house.processes.find(({ name }) => name === 'channel-email.mailboxes') as Process;
  const listening = await mailboxes.start({ ...world().tools, signal: new AbortController().signal });
  try {
    const workspace = await world().newWorkspace();
    const address = 'corpus@desk.test';
    await mailLine(world(), workspace, {
      address,
      password: 'pw',
      settings: { budgetPerHour: 0, imap: { host: '127.0.0.1', port: rig.imapPort, secure: false, user: address } },
    });
    const mails = wholeCorpus();
    expect(await giveAll(rig.smtpPort, address, mails)).toEqual([]);
    await until(async () => (await ledgerOf(world(), workspace)).length >= mails.length, 'every mail', 200_000);
    await judge('Postfix, Dovecot, IMAP', workspace, mails.length);
  } finally {
    await listening.stop();
    await rig.stop();
  }
});
