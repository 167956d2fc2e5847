import { keepMailbox, type OpenDoor } from '#domains/channel-email';
import { newId } from '#platform/database';
import type { BreakableProxy } from './breakable-proxy.ts';
import { handOver } from './hand-over.ts';
import type { MailRig } from './mail-rig.ts';
import { arm, type Armed, cutTransactions, disarm, inTransaction, lockWaiters, type Strike } from './mail-strikes.ts';
import { until } from './until.ts';
import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

/** Most times a host offers one mail; a real one does so for days. */
const offerLimit = 6;

/** Where mails come in during the rounds. */
export interface WaysIn {
  readonly world: World;
  readonly workspace: Workspace;
  readonly door: OpenDoor;
  readonly doorAddress: string;
  readonly rig: MailRig;
  readonly proxy: BreakableProxy;
  readonly boxLineId: string;
  readonly boxUser: string;
}

/** The mail of a round as it travels. */
function mailOf(ways: WaysIn, to: string, subject: string): { from: string; to: readonly string[]; raw: string } {
  const from = `${subject}@customer.example`;
  const raw = `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <${newId()}@customer.example>\r\nDate: ${new Date().toUTCString()}\r\n\r\nWhere is it?\r\n`;
  return { from, to: [to], raw };
}

/** A host offers a mail at our door until it hears 250, and the mail is struck on its first way. */
export async function doorRound(ways: WaysIn, strike: Strike, subject: string): Promise<void> {
  const mail = mailOf(ways, ways.doorAddress, subject);
  let offer = handOver(ways.door.port, mail);
  const armed = arm(strike, () => (inTransaction.has(strike.step) ? cutTransactions(ways.world) : offer.giveUp()));
  if (strike.kind === 'hang') {
    offer.answer.catch(() => undefined);
    await armed.met;
    offer.giveUp();
    await whileFirstHangs(
      ways,
      armed,
      offerUntilTaken(() => handOver(ways.door.port, mail)),
    );
  } else {
    let isFirst = true;
    await offerUntilTaken(() => {
      if (!isFirst) offer = handOver(ways.door.port, mail);
      isFirst = false;
      return offer;
    });
  }
  await armed.met;
  disarm();
}

async function offerUntilTaken(offer: () => ReturnType<typeof handOver>): Promise<void> {
  let last: unknown;
  for (let tried = 0; tried < offerLimit; tried += 1) {
    try {
      await offer().answer;
      return;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`The door did not take a mail offered ${offerLimit} times.`, { cause: last });
}

/** The second try is on its way, or waits for the first, before the first goes on. */
async function whileFirstHangs(ways: WaysIn, armed: Armed, second: Promise<void>): Promise<void> {
  let isOver = false;
  const over = second.finally(() => {
    isOver = true;
  });
  over.catch(() => undefined);
  await until('the second try is over or waits', async () => isOver || (await lockWaiters(ways.world)) > 0);
  armed.release();
  await over;
}

/** A mail lies in a mailbox that somebody keeps, and is struck on its way to us. */
export async function mailboxRound(ways: WaysIn, strike: Strike, subject: string): Promise<void> {
  const armed = arm(strike, async () => {
    if (inTransaction.has(strike.step)) await cutTransactions(ways.world);
    else ways.proxy.cut();
  });
  const before = await rowsOf(ways);
  await ways.rig.append(ways.boxUser, [Buffer.from(mailOf(ways, `${ways.boxUser}`, subject).raw)]);
  const first = keep(ways);
  await armed.met;
  if (strike.kind !== 'hang') {
    await hasRows(ways, before + 1);
    await first.stop();
  } else {
    const ended = first.stop();
    // where the mail has moved the mailbox on, its row is locked: the next one waits for that
    if (strike.step !== 'mail.placed') await expireLease(ways);
    const second = keep(ways);
    await whileFirstHangs(ways, armed, hasRows(ways, before + 1));
    await ended;
    await second.stop();
  }
  disarm();
}

function keep(ways: WaysIn): { stop(): Promise<void> } {
  const stop = new AbortController();
  const box = { workspaceId: ways.workspace.id, lineId: ways.boxLineId, holder: newId(), jitter: () => 0 };
  const ended = keepMailbox(ways.world.tools, box, stop.signal);
  return {
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

/** How many mails of a workspace have a row. */
async function rowsOf({ world, workspace }: WaysIn): Promise<number> {
  const { rows } = await world.database.pool.query<{ count: number }>(
    'select count(*)::int as count from mail_ledger where workspace_id = $1',
    [workspace.id],
  );
  return rows[0]?.count ?? 0;
}

async function hasRows(ways: WaysIn, count: number): Promise<void> {
  await until(`the ledger has ${count} rows`, async () => (await rowsOf(ways)) >= count, 60_000);
}

/** Who hangs does not renew: after its time the next one takes over. */
async function expireLease(ways: WaysIn): Promise<void> {
  await ways.world.database.db
    .updateTable('mailboxes')
    .set({ held_by: null, held_until: null })
    .where('workspace_id', '=', ways.workspace.id)
    .where('line_id', '=', ways.boxLineId)
    .execute();
}
