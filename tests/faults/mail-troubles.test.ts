import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { keepMailbox, openDoor, watchSteps } from '#domains/channel-email';
import { newId, openDatabase } from '#platform/database';
import type { Tools } from '#platform/domain';
import { createFileStore, folder } from '#platform/storage';
import { createTools } from '#platform/work';
import { type BreakableProxy, startBreakableProxy } from '../support/breakable-proxy.ts';
import { handOver } from '../support/hand-over.ts';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { copiesOfReply, entriesOf, ledgerOf, replyDue, mailLine } from '../support/mail-world.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import { until } from '../support/until.ts';
import type { Workspace } from '../support/workspace.ts';
import { at, useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let host: OddSmtp;
let workspace: Workspace;
let address: string;
let lineId: string;
let imap: BreakableProxy;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  rig = await startMailRig();
  host = await startOddSmtp();
  imap = await startBreakableProxy(rig.imapPort);
}, 60_000);
afterAll(async () => {
  await imap?.stop();
  await host?.stop();
  await rig?.stop();
});
beforeEach(async () => {
  if (missing) return;
  workspace = await world().newWorkspace();
  address = `t${newId().slice(-8)}@desk.test`;
  Object.assign(host, { mood: 'takes', onWhole: async () => undefined });
  host.held.length = 0;
  lineId = await mailLine(world(), workspace, {
    address,
    password: 'pw',
    settings: {
      imap: { host: '127.0.0.1', port: imap.port, secure: false, user: address },
      smtp: { host: '127.0.0.1', port: host.port, secure: false },
    },
  });
});
afterEach(() => watchSteps(null));

const rawMail = (subject: string, words = 'Where is it?\r\n'): string =>
  `From: Dana <dana@customer.example>\r\nTo: ${address}\r\nSubject: ${subject}\r\nMessage-ID: <${newId()}@customer.example>\r\n\r\n${words}`;
/** Small mails lie in the database; so many words need the disk of the files. */
const manyWords = 'Where is it?\r\n'.repeat(1_000);
const soon = (minutes = 0): Date => new Date(Date.now() + 1_000 + minutes * 60_000);
const fates = async () => (await ledgerOf(world(), workspace)).map(({ subject, fate }) => `${subject}: ${fate}`);
const put = (...subjects: string[]) =>
  rig.append(
    address,
    subjects.map((subject) => Buffer.from(rawMail(subject))),
  );

/** Somebody keeps the mailbox until the test is over. */
function keep(tools: Tools = world().tools): { stop(): Promise<void> } {
  const end = new AbortController();
  const ended = keepMailbox(tools, { workspaceId: workspace.id, lineId, holder: newId(), jitter: () => 0 }, end.signal);
  const stop = async () => {
    end.abort();
    await ended;
  };
  onTestFinished(stop);
  return { stop };
}

const aReply = () => replyDue(world(), workspace, { lineId, address });

const deliver = (tools: Tools, conversationId: string) =>
  world().house.jobs.get('channel-email.deliver')?.run(tools, { workspaceId: workspace.id, conversationId });
const sweep = (when: Date) =>
  world().house.jobs.get('conversations.sweep-deliveries')?.run(at(world().tools, when), { workspaceId: workspace.id });
const stateOf = async (id: string) => (await copiesOfReply(world(), workspace, id))[0]?.state;

test('the disk is full: every door keeps its mails outside, and takes each once when there is room', async (context) => {
  const disk = mkdtempSync(join(tmpdir(), 'rapport-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    context.skip('a small disk cannot be mounted here');
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  const place = join(disk, 'files');
  mkdirSync(place);
  const files = await createFileStore({
    db: world().database.db,
    place: folder(place),
    arrivals: join(disk, 'arriving'),
  });
  const tools = { ...world().tools, files };
  const door = await openDoor(tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  onTestFinished(() => door.close());
  const filler = join(disk, 'filler');
  try {
    writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024));
  } catch {
    // it holds what went in
  }
  const mail = { from: 'dana@customer.example', to: [address], raw: rawMail('By the door', manyWords) };
  await expect(handOver(door.port, mail).answer).rejects.toMatchObject({ responseCode: 451 });
  await rig.append(address, [Buffer.from(rawMail('By the mailbox', manyWords))]);
  keep(tools);
  await until('the mailbox says why', async () => /database or disk/.test((await boxRow())?.says ?? ''));
  expect(await fates()).toEqual([]);
  rmSync(filler);
  await handOver(door.port, mail).answer;
  await until('both are taken', async () => (await fates()).length === 2, 60_000);
  expect((await fates()).sort()).toEqual(['By the door: opened', 'By the mailbox: opened']);
}, 120_000);

test('the database is away for a minute: what came waits outside, what left is known to have left', async () => {
  const direct = new URL(world().database.url);
  // by the port, which can be broken, not by the socket
  direct.searchParams.delete('host');
  const way = await startBreakableProxy(Number(direct.port));
  onTestFinished(() => way.stop());
  const database = openDatabase(Object.assign(new URL(direct.href), { port: String(way.port) }).href);
  onTestFinished(() => database.close());
  const tools = createTools({ ...world().machinery, db: database.db });
  const door = await openDoor(tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  onTestFinished(() => door.close());
  const { id, conversationId } = await aReply();
  const isAway = new Promise<void>((resolve) => {
    host.onWhole = async () => {
      way.refuse(true);
      resolve();
    };
  });
  const sending = deliver(at(tools, soon()), conversationId);
  await isAway;
  const mail = { from: 'dana@customer.example', to: [address], raw: rawMail('By the door') };
  await expect(handOver(door.port, mail).answer).rejects.toMatchObject({ responseCode: 451 });
  await put('By the mailbox');
  keep(tools);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  expect(await fates()).toEqual(['Asked: opened']);
  way.refuse(false);
  await sending;
  await handOver(door.port, mail).answer;
  await until('both are taken', async () => (await fates()).length === 3, 120_000);
  await sweep(soon(10));
  expect(await stateOf(id)).toBe('sent');
  expect(host.held).toHaveLength(1);
  expect(new Set(await fates())).toEqual(new Set(['Asked: opened', 'By the door: opened', 'By the mailbox: opened']));
}, 300_000);

test('the clock jumps: forward while a reply is on its way, back before one is due, and back under a lease', async () => {
  const { id, conversationId } = await aReply();
  host.onWhole = async () => void (await sweep(soon(60)));
  await deliver(at(world().tools, soon()), conversationId);
  expect(await stateOf(id)).toBe('sent');
  host.onWhole = async () => undefined;
  const late = await aReply();
  await deliver(at(world().tools, soon(-60)), late.conversationId);
  expect(await stateOf(late.id)).toBe('waiting');
  await deliver(at(world().tools, soon()), late.conversationId);
  expect(await stateOf(late.id)).toBe('sent');
  expect(host.held).toHaveLength(2);
  await put('Under an old lease');
  await world()
    .database.db.insertInto('mailboxes')
    .values({ workspace_id: workspace.id, line_id: lineId, held_by: 'a dead one', held_until: soon(60) })
    .execute();
  keep();
  await until('it is taken', async () => (await fates()).includes('Under an old lease: opened'), 30_000);
}, 90_000);

test('the host lists a mail that it does not give: the others come', async () => {
  await put('One', 'Two', 'Three');
  let isGone = false;
  watchSteps(async (step) => {
    if (step !== 'box.listed' || isGone) return;
    isGone = true;
    await rig.remove(address, 'Two');
  });
  keep();
  await until('the others are taken', async () => (await fates()).length === 2, 30_000);
  expect((await fates()).sort()).toEqual(['One: opened', 'Three: opened']);
}, 60_000);

test('the host went back and gives numbers a second time: the new mail behind an old number is taken too', async () => {
  await put('Old');
  const first = keep();
  await until('the old one is taken', async () => (await fates()).length === 1, 30_000);
  await first.stop();
  const [row] = await ledgerOf(world(), workspace);
  // as after a restore of the host: we were further than it is now, and knew another mail by the number it gives next
  const next = `${row?.door_key.split(':')[0]}:2`;
  await world()
    .database.db.insertInto('mail_claims')
    .values({
      workspace_id: workspace.id,
      line_id: lineId,
      door_key: next,
      ledger_id: row?.id ?? '',
      claimed_at: new Date(),
    })
    .execute();
  await world()
    .database.db.updateTable('mailboxes')
    .set({ last_uid: 900 })
    .where('line_id', '=', lineId)
    .where('workspace_id', '=', workspace.id)
    .execute();
  await put('New');
  keep();
  await until('the new one is taken', async () => (await fates()).includes('New: opened'), 30_000);
  expect(await entriesOf(world(), workspace)).toHaveLength(2);
}, 60_000);

test('the mailbox hangs: its state says so, and it is listened to again when it answers', async () => {
  imap.setSilent(true);
  await put('Meanwhile');
  keep();
  await until('the mailbox says why', async () => /did not answer in time/.test((await boxRow())?.says ?? ''), 60_000);
  imap.setSilent(false);
  imap.cut();
  await until('it is taken', async () => (await fates()).includes('Meanwhile: opened'), 60_000);
  expect(await fates()).toEqual(['Meanwhile: opened']);
}, 150_000);

test('the mail host is gone: the reply waits in words, and leaves once when it is back', async () => {
  const { id, conversationId } = await aReply();
  const { port } = host;
  await host.stop();
  await deliver(at(world().tools, soon()), conversationId);
  expect(await copiesOfReply(world(), workspace, id)).toMatchObject([
    { state: 'waiting', failure: expect.stringContaining('Nothing listens') },
  ]);
  host = await startOddSmtp(port);
  await deliver(at(world().tools, soon(5)), conversationId);
  expect(await stateOf(id)).toBe('sent');
  expect(host.held).toHaveLength(1);
}, 60_000);

async function boxRow() {
  return world()
    .database.db.selectFrom('mailboxes')
    .select(['state', 'says'])
    .where('workspace_id', '=', workspace.id)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
}
