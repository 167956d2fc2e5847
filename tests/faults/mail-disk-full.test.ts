import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test, type TestContext } from 'vitest';
import { keepMailbox, openDoor } from '#domains/channel-email';
import { newId } from '#platform/database';
import { handOver } from '../support/hand-over.ts';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import { until } from '../support/until.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;

beforeAll(async () => {
  if (!missing) rig = await startMailRig();
}, 60_000);
afterAll(async () => {
  await rig?.stop();
});

test('PostgreSQL’s disk is full: every door keeps its mails outside, and takes each once when there is room', async (context) => {
  if (missing) context.skip(missing);
  const disk = await tightTablespace(context);
  const workspace = await world().newWorkspace();
  const address = `full${newId().slice(-8)}@desk.test`;
  const lineId = await mailLine(world(), workspace, {
    address,
    password: 'pw',
    settings: { imap: { host: '127.0.0.1', port: rig.imapPort, secure: false, user: address } },
  });
  const fates = async () => (await ledgerOf(world(), workspace)).map(({ subject, fate }) => `${subject}: ${fate}`);
  // longer than what is free in pages that are there already
  const words = Array.from({ length: 4_000 }, () => newId()).join('\r\n');
  const long = (subject: string): string =>
    `From: Dana <dana@customer.example>\r\nTo: ${address}\r\nSubject: ${subject}\r\nMessage-ID: <${newId()}@customer.example>\r\n\r\n${words}\r\n`;
  const door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  onTestFinished(() => door.close());
  disk.fill();
  const mail = { from: 'dana@customer.example', to: [address], raw: long('By the door') };
  await expect(handOver(door.port, mail).answer).rejects.toMatchObject({ responseCode: 451 });
  await rig.append(address, [Buffer.from(long('By the mailbox'))]);
  const end = new AbortController();
  const jitter = () => 0;
  const kept = keepMailbox(world().tools, { workspaceId: workspace.id, lineId, holder: newId(), jitter }, end.signal);
  onTestFinished(async () => {
    end.abort();
    await kept;
  });
  await until('the mailbox says why', async () => /database or disk/.test(await saysOf(workspace.id, lineId)), 60_000);
  expect(await fates()).toEqual([]);
  disk.free();
  await handOver(door.port, mail).answer;
  await until('both are taken', async () => (await fates()).length === 2, 120_000);
  expect((await fates()).sort()).toEqual(['By the door: opened', 'By the mailbox: opened']);
}, 240_000);

async function saysOf(workspaceId: string, lineId: string): Promise<string> {
  const row = await world()
    .database.db.selectFrom('mailboxes')
    .select('says')
    .where('workspace_id', '=', workspaceId)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
  return row?.says ?? '';
}

/** A small disk that PostgreSQL keeps the bodies of messages on, as long as the test runs. */
async function tightTablespace(context: TestContext): Promise<{ fill(): void; free(): void }> {
  const { db } = world().database;
  const name = `tight_${newId().slice(-12)}`;
  const disk = mkdtempSync(join(tmpdir(), 'rapport-tight-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    rmSync(disk, { recursive: true, force: true });
    context.skip('a small disk cannot be mounted here');
  }
  const { rows } = await sql<{ at: string }>`select current_setting('data_directory') as at`.execute(db);
  const { uid, gid } = statSync(rows[0]?.at ?? '/');
  const place = join(disk, 'bodies');
  mkdirSync(place);
  for (const path of [disk, place]) chownSync(path, uid, gid);
  await sql`create tablespace ${sql.id(name)} location ${sql.lit(place)}`.execute(db);
  await sql`alter table entry_bodies set tablespace ${sql.id(name)}`.execute(db);
  const filler = join(disk, 'filler');
  const free = (): void => rmSync(filler, { force: true });
  onTestFinished(async () => {
    free();
    await sql`alter table entry_bodies set tablespace pg_default`.execute(db);
    await sql`drop tablespace ${sql.id(name)}`.execute(db);
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  const fill = (): void => {
    try {
      writeFileSync(filler, Buffer.alloc(16 * 1024 * 1024));
    } catch {
      // it holds what went in
    }
  };
  return { fill, free };
}
