import { beforeEach, describe, expect, test } from 'vitest';
import { openDoor } from '#domains/channel-email';
import type { Process } from '#platform/domain';
import { amissIn, corpus, corpusMissing } from '../support/corpus.ts';
import { mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import { giveAll, onTheWire } from '../support/raw-smtp.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();

beforeEach((context) => {
  const missing = corpusMissing();
  if (missing) context.skip(missing);
});

describe('broken and odd mails', () => {
  test('through our own door: each has its row in the ledger', { timeout: 180_000 }, async () => {
    const workspace = await world().newWorkspace();
    await mailLine(world(), workspace, { address: 'corpus@shop.example' });
    const door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
    // on the wire every line ends alike: what differs in that only is one mail
    const mails = [...new Map(corpus().map((raw) => [onTheWire(raw), raw])).values()];
    // several hosts at once, as it is outside
    expect(await giveAll(door.port, 'corpus@shop.example', mails)).toEqual([]);
    await door.close();
    expect(amissIn(await ledgerOf(world(), workspace), mails.length)).toEqual([]);
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
      expect(amissIn(await ledgerOf(world(), workspace), mails.length)).toEqual([]);
    } finally {
      await listening.stop();
      await rig.stop();
    }
  });
});
