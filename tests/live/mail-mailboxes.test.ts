import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Process } from '#platform/domain';
import { type MailRig, mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { entriesOf, ledgerOf, mailLine } from '../support/mail-world.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let listening: Awaited<ReturnType<Process['start']>>;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  rig = await startMailRig();
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

describe('mailboxes, each with one holder', () => {
  test('a line opened while we run is listened to within seconds, by one of two programs, each mail once', async () => {
    const second = await startMailboxes();
    try {
      const other = await world().newWorkspace();
      await mailLine(world(), other, {
        address: 'agent@desk.test',
        password: 'pw',
        settings: { imap: boxOf('agent@desk.test') },
      });
      const many = Array.from({ length: 30 }, (_, n) => n);
      for (const n of many)
        await rig.send({ from: `p${n}@cust.test`, to: 'agent@desk.test', subject: `Mail ${n}`, text: `Number ${n}` });
      await until(async () => (await ledgerOf(world(), other)).length >= many.length, 'all thirty');
      const rows = await ledgerOf(world(), other);
      expect(rows.map((row) => row.subject).sort()).toEqual(many.map((n) => `Mail ${n}`).sort());
      expect(rows.every((row) => row.fate === 'opened')).toBe(true);
    } finally {
      await second.stop();
    }
  });

  test('a killed holder is followed by the other, and no mail comes twice', async () => {
    const third = await world().newWorkspace();
    await mailLine(world(), third, {
      address: 'third@desk.test',
      password: 'pw',
      settings: { imap: boxOf('third@desk.test') },
    });
    await rig.send({ from: 'a@cust.test', to: 'third@desk.test', subject: 'One', text: '1' });
    await until(async () => (await ledgerOf(world(), third)).length === 1, 'the first');
    await listening.stop();
    // the holder forgot where it was, as after a restore of an older state: the claims still know
    await world()
      .database.db.updateTable('mailboxes')
      .set({ last_uid: 0, first_uid: 0, held_by: 'a dead one', held_until: new Date(Date.now() + 2_000) })
      .where('workspace_id', '=', third.id)
      .execute();
    await rig.send({ from: 'a@cust.test', to: 'third@desk.test', subject: 'Two', text: '2' });
    listening = await startMailboxes();
    await until(async () => (await ledgerOf(world(), third)).length === 2, 'the second');
    expect((await ledgerOf(world(), third)).map((row) => row.subject)).toEqual(['One', 'Two']);
    expect(await entriesOf(world(), third)).toHaveLength(2);
  });

  test('the host numbers the folder anew: what we had is known again', async () => {
    const fourth = await world().newWorkspace();
    await mailLine(world(), fourth, {
      address: 'fourth@desk.test',
      password: 'pw',
      settings: { imap: boxOf('fourth@desk.test') },
    });
    await rig.send({ from: 'a@cust.test', to: 'fourth@desk.test', subject: 'One', text: '1' });
    await until(async () => (await ledgerOf(world(), fourth)).length === 1, 'the first');
    await listening.stop();
    await world()
      .database.db.updateTable('mailboxes')
      .set({ uid_validity: 1, last_uid: 999 })
      .where('workspace_id', '=', fourth.id)
      .execute();
    await rig.send({ from: 'a@cust.test', to: 'fourth@desk.test', subject: 'Two', text: '2' });
    listening = await startMailboxes();
    await until(async () => (await ledgerOf(world(), fourth)).some((row) => row.subject === 'Two'), 'the second');
    expect(await entriesOf(world(), fourth)).toHaveLength(2);
  });

  test('mails read before our time stay where they are; the unread come in', async () => {
    await rig.send({ from: 'a@cust.test', to: 'fifth@desk.test', subject: 'Read long ago', text: '1' });
    await rig.send({ from: 'a@cust.test', to: 'fifth@desk.test', subject: 'Unread', text: '2' });
    await rig.mails('fifth@desk.test', 2);
    await rig.markSeen('fifth@desk.test', 'Read long ago');
    const fifth = await world().newWorkspace();
    await mailLine(world(), fifth, {
      address: 'fifth@desk.test',
      password: 'pw',
      settings: { imap: boxOf('fifth@desk.test') },
    });
    await until(async () => (await ledgerOf(world(), fifth)).length === 1, 'the unread one');
    expect((await ledgerOf(world(), fifth)).map((row) => row.subject)).toEqual(['Unread']);
  });
});
