import type { ImapFlow } from 'imapflow';
import { sql } from 'kysely';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import type { Job, Tools, Who } from '#platform/domain';
import { claimedOf } from './compare-mailbox.ts';
import type { PastCounts } from './contract.ts';
import { load, type OpenMailbox } from './fetch-mail.ts';
import type { MailOutcome } from './keep-mail.ts';
import { mailLineById } from './mail-line.ts';
import { mailboxPosition } from './mailbox-state.ts';
import { changePast, enqueuePast, pastRow, type PastRow, takePastName } from './past-mail.ts';
import { takeIn } from './take-in.ts';
import { withMailbox } from './with-mailbox.ts';

/** For how long a step takes mails before it gives its place to others, and for how long it may hold the mailbox. */
const stepMs = 20_000;
const limitSeconds = 120;
/** Mails asked about at once, whether they are here already. */
const askedAtOnce = 500;
/** When it is tried again: the mailbox was not listened to yet, or its host does not answer, in milliseconds. */
const soonMs = 3_000;
const laterMs = 30_000;
const dayMs = 86_400_000;

/** The read ones alone: what nobody has read comes in as new mail. */
const read = { seen: true } as const;

/**
 * Takes in the next of a mailbox's past mails, oldest first, each with its place in the mailbox in one transaction: killed
 * at any moment it goes on where it was. The mailbox is opened for reading alone, nothing changes at its host.
 */
export const takePast: Job = {
  name: takePastName,
  limitSeconds,
  async run(tools, data) {
    const { lineId, askedAt } = z.object({ lineId: z.uuid(), askedAt: z.iso.datetime() }).parse(data);
    const who: Who = { workspaceId: data.workspaceId, via: 'channel' };
    const at = { who, lineId, askedAt: new Date(askedAt) };
    const { row, line, position } = await tools.read(who, async (ctx) => ({
      row: await pastRow(ctx, lineId),
      line: await mailLineById(ctx, lineId),
      position: await mailboxPosition(ctx, lineId),
    }));
    if (row?.state !== 'under-way' || row.asked_at.getTime() !== at.askedAt.getTime()) return;
    if (!line?.isOpen || !line.settings.imap) return end(tools, at, 'stopped', 'This line has no mailbox.');
    if (!position) return again(tools, at, soonMs, 'Waiting for the first look into the mailbox.');
    const opening = { limitMs: limitSeconds * 1_000, readOnly: true };
    const looked = await withMailbox(tools, data.workspaceId, line, opening, async (mailbox) =>
      mailbox.uidValidity === position.uidValidity ? takeStep(tools, at, mailbox, row, position.firstUid) : null,
    );
    if (looked.is === 'not-seen') return again(tools, at, laterMs, looked.says);
    // its host numbered it anew, which whoever listens to it finds out
    if (looked.found === null) return again(tools, at, laterMs, '');
    return looked.found.isMore ? again(tools, at, 0, '') : end(tools, at, 'done', '');
  },
};

interface At {
  readonly who: Who;
  readonly lineId: string;
  readonly askedAt: Date;
}

async function takeStep(
  tools: Tools,
  at: At,
  mailbox: OpenMailbox,
  row: PastRow,
  firstUid: number,
): Promise<{ isMore: boolean }> {
  const { client, uidValidity } = mailbox;
  const isSame = row.uid_validity !== null && BigInt(row.uid_validity) === uidValidity;
  const uids = await pastUids(client, { from: isSame ? Number(row.at_uid) + 1 : 1, below: firstUid, since: row.since });
  const known = (some: readonly number[]) => tools.read(at.who, (ctx) => claimedOf(ctx, at.lineId, uidValidity, some));
  const note = (change: Parameters<typeof changePast>[3]) =>
    tools.transact(at.who, (ctx) => changePast(ctx, at.lineId, at.askedAt, change));
  if (!isSame) {
    // the line may have taken some meanwhile as new mail, or another wish before this one
    let found = uids.length;
    for (const some of inParts(uids)) found -= (await known(some)).size;
    await note({ uid_validity: Number(uidValidity), at_uid: 0, found });
  }
  const until = performance.now() + stepMs;
  for (const some of inParts(uids)) {
    const here = await known(some);
    for (const uid of some) {
      if (performance.now() > until) return { isMore: true };
      if (!here.has(uid) && !(await takeOne(tools, at, mailbox, uid))) return { isMore: false };
    }
    // those that are here already are gone by too
    await note({ at_uid: some.at(-1) ?? 0 });
  }
  return { isMore: false };
}

function inParts(uids: readonly number[]): readonly (readonly number[])[] {
  const count = Math.ceil(uids.length / askedAtOnce);
  return Array.from({ length: count }, (_, at) => uids.slice(at * askedAtOnce, (at + 1) * askedAtOnce));
}

/** False where somebody stopped it meanwhile: this mail is the last. */
async function takeOne(tools: Tools, at: At, mailbox: OpenMailbox, uid: number): Promise<boolean> {
  const loaded = await load(mailbox.client, uid, true);
  let goesOn = true;
  const note = async (ctx: Ctx, fate: MailOutcome['fate']): Promise<void> => {
    goesOn = await countPast(ctx, at, uid, fate);
  };
  // somebody deleted or moved it since it was counted
  if (!loaded) {
    await tools.transact(at.who, (ctx) => note(ctx, null));
    return goesOn;
  }
  const { workspaceId, lineId, uidValidity } = mailbox;
  const door = { door: 'import', key: `${uidValidity}:${uid}` } as const;
  const arrivedAt = loaded.arrivedAt ?? tools.now();
  const cut = loaded.cut ? { cut: loaded.cut } : {};
  await takeIn(tools, { workspaceId, lineId, door, arrivedAt, raw: loaded.raw, ...cut, isPast: true }, note);
  return goesOn;
}

/** One mail further, in the transaction that took it in. */
async function countPast(ctx: Ctx, at: At, uid: number, fate: MailOutcome['fate']): Promise<boolean> {
  const isIn = fate === 'opened' || fate === 'threaded';
  const counts = {
    taken: sql<number>`taken + ${isIn ? 1 : 0}`,
    aside: sql<number>`aside + ${fate === 'parked' || fate === 'refused' ? 1 : 0}`,
    known: sql<number>`known + ${fate === 'duplicate' || fate === null ? 1 : 0}`,
  };
  return changePast(ctx, at.lineId, at.askedAt, { at_uid: uid, ...counts });
}

async function again(tools: Tools, at: At, afterMs: number, says: string): Promise<void> {
  await tools.transact(at.who, async (ctx) => {
    if (!(await changePast(ctx, at.lineId, at.askedAt, { says }))) return;
    enqueuePast(ctx, at.lineId, at.askedAt, new Date(ctx.now.getTime() + afterMs));
  });
}

async function end(tools: Tools, at: At, state: 'done' | 'stopped', says: string): Promise<void> {
  await tools.transact(at.who, (ctx) =>
    changePast(ctx, at.lineId, at.askedAt, { state, says, ended_at: ctx.now }).then(() => undefined),
  );
}

/** Read mails from before the line, oldest first. */
async function pastUids(
  client: ImapFlow,
  { from, below, since }: { readonly from: number; readonly below: number; readonly since: Date | null },
): Promise<readonly number[]> {
  if (from >= below) return [];
  const asked = { uid: `${from}:${below - 1}`, ...read, ...(since ? { since } : {}) };
  return ((await client.search(asked, { uid: true })) || []).toSorted((a, b) => a - b);
}

/** What lies in a mailbox that a line is about to have. */
export async function countPastOf(client: ImapFlow, now: Date): Promise<PastCounts> {
  const count = async (asked: object): Promise<number> =>
    ((await client.search({ all: true, ...asked }, { uid: true })) || []).length;
  const days = (many: number) => ({ ...read, since: new Date(now.getTime() - many * dayMs) });
  return {
    all: await count(read),
    days30: await count(days(30)),
    days7: await count(days(7)),
    unread: await count({ seen: false }),
  };
}
