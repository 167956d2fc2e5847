import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { type BreakableProxy, startBreakableProxy } from '../support/breakable-proxy.ts';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { disarm, type Strike, strikesOf } from '../support/mail-strikes.ts';
import { entriesOf, ledgerOf, mailLine } from '../support/mail-world.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import { doorRound, mailboxRound, type WaysIn } from '../support/rounds-in.ts';
import { outRound, type WaysOut, type WentOut } from '../support/rounds-out.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const seed = 20_261_128;
const roundCount = 180;
/** Longest a sending may take; the rounds end it when they like. */
const sendLimitMs = 90_000;

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let proxy: BreakableProxy;
let door: OpenDoor;
let host: OddSmtp;
let workspace: Workspace;
let waysIn: WaysIn;
let waysOut: WaysOut;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  rig = await startMailRig();
  proxy = await startBreakableProxy(rig.imapPort);
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  host = await startOddSmtp();
  workspace = await world().newWorkspace();
  const [boxUser, doorAddress, address] = ['rounds@desk.test', 'rounds@door.example', 'rounds@out.example'];
  await mailLine(world(), workspace, { address: doorAddress });
  const boxLineId = await mailLine(world(), workspace, {
    address: boxUser,
    password: 'pw',
    settings: { imap: { host: '127.0.0.1', port: proxy.port, secure: false, user: boxUser } },
  });
  const lineId = await mailLine(world(), workspace, {
    address,
    settings: { smtp: { host: '127.0.0.1', port: host.port, secure: false } },
  });
  waysIn = { world: world(), workspace, door, doorAddress, rig, proxy, boxLineId, boxUser };
  waysOut = { world: world(), workspace, lineId, address, host, endTime: shortenTime() };
}, 60_000);
afterAll(async () => {
  disarm();
  vi.restoreAllMocks();
  await door?.close();
  await proxy?.stop();
  await host?.stop();
  await rig?.stop();
});

/** The time of a sending ends when asked; all other times stay as they are. */
function shortenTime(): () => void {
  let ending = new AbortController();
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    if (ms !== sendLimitMs) return timeout(ms);
    ending = new AbortController();
    return ending.signal;
  });
  return () => ending.abort(new DOMException('The time is over', 'TimeoutError'));
}

test('180 rounds, each struck at one step: nothing lost, nothing doubled, "not confirmed" only where nobody can know', async () => {
  const strikes = strikesOf(roundCount, seed);
  const out: (WentOut & { strike: Strike; subject: string })[] = [];
  for (const [index, strike] of strikes.entries()) {
    const subject = `round-${index}`;
    try {
      if (strike.way === 'door') await doorRound(waysIn, strike, subject);
      else if (strike.way === 'mailbox') await mailboxRound(waysIn, strike, subject);
      else out.push({ strike, subject, ...(await outRound(waysOut, strike, subject)) });
    } catch (error) {
      throw new Error(`Round ${index}, ${JSON.stringify(strike)}`, { cause: error });
    }
  }
  const came = await whatCame(strikes);
  const notConfirmed = out.filter(({ state }) => state === 'not confirmed');
  const summary = {
    rounds: strikes.length,
    lost: came.lost.length + out.filter(({ state, held }) => held === 0 && state !== 'not confirmed').length,
    doubled: came.doubled.length + out.filter(({ held }) => held > 1).length,
    parkedForOurMistake: came.parked,
    notConfirmed: notConfirmed.length,
    sentAgainByAPerson: out.filter(({ wasSentAgain }) => wasSentAgain).length,
  };
  console.log(`mail rounds: ${JSON.stringify(summary)}`);
  expect(came).toMatchObject({ lost: [], doubled: [] });
  expect(out.filter(({ held }) => held > 1)).toEqual([]);
  expect(out.filter(({ held, state }) => held === 0 && state !== 'not confirmed')).toEqual([]);
  expect(out.filter(({ state }) => state !== 'sent' && state !== 'not confirmed')).toEqual([]);
  // only after the last byte, and always there: a host that falls or is silent then leaves nobody the wiser
  expect(notConfirmed.filter(({ strike }) => !isPastTheLastByte(strike))).toEqual([]);
  expect(out.filter(({ strike, state }) => strike.step === 'smtp.whole' && state !== 'not confirmed')).toEqual([]);
  expect(summary.rounds).toBe(roundCount);
}, 900_000);

/** The last byte is given away in the same moment as the connection falls: either may come first. */
function isPastTheLastByte({ step, kind }: Strike): boolean {
  return step === 'smtp.whole' || (step === 'smtp.last' && kind === 'drop');
}

/** Every mail of the rounds in: exactly one row of its own, and exactly one message where that says so. */
async function whatCame(strikes: readonly Strike[]) {
  const rows = await ledgerOf(world(), workspace);
  const entries = (await entriesOf(world(), workspace)).filter(({ kind }) => kind === 'in');
  const boxed = await rig.mails(waysIn.boxUser, 0);
  const subjects = strikes.flatMap(({ way }, index) => (way === 'out' ? [] : [`round-${index}`]));
  const boxKeys = new Set(rows.filter(({ door: at }) => at === 'imap').map(({ door_key }) => door_key));
  expect(boxKeys.size).toBe(boxed.length);
  const lost: string[] = [];
  const doubled: string[] = [];
  let parked = 0;
  for (const subject of subjects) {
    const own = rows.filter((row) => row.subject === subject && row.fate !== 'duplicate');
    const messages = entries.filter((entry) => entry.subject === subject);
    if (own.length > 1 || messages.length > 1) doubled.push(subject);
    if (own.length === 1 && messages.length === 1) continue;
    // a mistake of ours leaves the mail parked whole, under a row that could not name it
    const kept = await parkedWhole(rows, subject);
    parked += kept;
    if (kept === 0) lost.push(subject);
    if (kept > 1 || (kept === 1 && messages.length > 0)) doubled.push(subject);
  }
  return { lost, doubled, parked };
}

async function parkedWhole(rows: Awaited<ReturnType<typeof ledgerOf>>, subject: string): Promise<number> {
  let count = 0;
  for (const row of rows) {
    if (row.reason !== 'broken' || !row.sha256) continue;
    const raw = Buffer.from(await world().files.read(workspace.id, row.sha256));
    if (createHash('sha256').update(raw).digest('hex') === row.sha256 && raw.includes(`Subject: ${subject}\r\n`))
      count += 1;
  }
  return count;
}
