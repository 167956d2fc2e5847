import type { ImapFlow } from 'imapflow';
import type { Ctx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { mailLimitBytes } from './contract.ts';
import { moveOn, type MailboxPosition } from './mailbox-state.ts';
import { passes } from './steps.ts';
import { takeIn } from './take-in.ts';

/** Most mails one pass takes; the next pass follows at once. */
const batchLimitMails = 50;
/** What is kept of a mail beyond the limit. */
const beginningBytes = 256 * 1024;

/** An open mailbox and whose it is. */
export interface OpenMailbox {
  readonly client: ImapFlow;
  readonly workspaceId: string;
  readonly lineId: string;
  readonly uidValidity: bigint;
}

/** What one pass did. */
export interface Fetched {
  readonly position: MailboxPosition;
  readonly mails: number;
  /** There is more than one pass takes. */
  readonly isMore: boolean;
}

/**
 * Takes in what is new, oldest first, a bounded number. Each mail is committed before the next and before its host is
 * told; what the database refuses stays at the host.
 */
export async function fetchNew(
  tools: Tools,
  mailbox: OpenMailbox,
  position: MailboxPosition,
  signal: AbortSignal,
): Promise<Fetched> {
  const uids = await newUids(mailbox.client, position);
  await passes('box.listed');
  const batch = uids.slice(0, batchLimitMails);
  const taken: number[] = [];
  let { lastUid } = position;
  try {
    let next = loadAhead(mailbox.client, batch[0]);
    for (const [index, uid] of batch.entries()) {
      if (signal.aborted) break;
      const loaded = await next;
      next = loadAhead(mailbox.client, batch[index + 1]);
      await passes('box.loaded');
      if (loaded) await takeOne(tools, mailbox, uid, loaded);
      if (loaded && !loaded.cut) taken.push(uid);
      lastUid = uid;
    }
  } finally {
    await markSeen(tools, mailbox, taken);
  }
  return { position: { ...position, lastUid }, mails: taken.length, isMore: uids.length > batch.length };
}

async function takeOne(
  tools: Tools,
  { workspaceId, lineId, uidValidity }: OpenMailbox,
  uid: number,
  loaded: Loaded,
  also: (ctx: Ctx) => Promise<void> = (ctx) => moveOn(ctx, lineId, uidValidity, uid),
): Promise<void> {
  const at = {
    workspaceId,
    lineId,
    door: { door: 'imap', key: `${uidValidity}:${uid}` } as const,
    arrivedAt: loaded.arrivedAt ?? tools.now(),
    raw: loaded.raw,
    ...(loaded.cut ? { cut: loaded.cut } : {}),
  };
  await takeIn(tools, at, also);
}

/** Takes in these very mails, whatever position the mailbox is at; where we are in it stays. */
export async function takeByUid(tools: Tools, mailbox: OpenMailbox, uids: readonly number[]): Promise<void> {
  const taken: number[] = [];
  for (const uid of uids) {
    const loaded = await load(mailbox.client, uid);
    if (!loaded) continue;
    await takeOne(tools, mailbox, uid, loaded, async () => undefined);
    if (!loaded.cut) taken.push(uid);
  }
  await markSeen(tools, mailbox, taken);
}

/** Beyond the last one; of those from before our time only the unread. */
async function newUids(client: ImapFlow, position: MailboxPosition): Promise<readonly number[]> {
  const from = position.lastUid + 1;
  const isAsked = position.lookBackFrom ? { or: [{ seen: false }, { since: position.lookBackFrom }] } : { seen: false };
  const old =
    from < position.firstUid
      ? await client.search({ uid: `${from}:${position.firstUid - 1}`, ...isAsked }, { uid: true })
      : [];
  const ours = Math.max(from, position.firstUid);
  // `n:*` always gives the last mail, even below n
  const fresh = ((await client.search({ uid: `${ours}:*` }, { uid: true })) || []).filter((uid) => uid >= ours);
  return [...new Set([...(old || []), ...fresh])].sort((a, b) => a - b);
}

interface Loaded {
  readonly raw: Uint8Array;
  readonly arrivedAt: Date | null;
  readonly cut: string | null;
}

/** Asked for while the mail before it is written; one that is not wanted any more must not end the process. */
function loadAhead(client: ImapFlow, uid: number | undefined): Promise<Loaded | null> {
  const loading = uid === undefined ? Promise.resolve(null) : load(client, uid);
  loading.catch(() => undefined);
  return loading;
}

/** One mail with its time at the host; null where it is gone. Reading marks nothing. */
export async function load(client: ImapFlow, uid: number, isRead = false): Promise<Loaded | null> {
  const head = await client.fetchOne(String(uid), { uid: true, size: true, internalDate: true }, { uid: true });
  // gone meanwhile: somebody deleted or moved it
  if (!head) return null;
  const sizeBytes = head.size ?? 0;
  const isTooLarge = sizeBytes > mailLimitBytes;
  const whole = await client.fetchOne(
    String(uid),
    { uid: true, source: isTooLarge ? { maxLength: beginningBytes } : true },
    { uid: true },
  );
  if (!whole || !whole.source) return null;
  const arrivedAt = head.internalDate ? new Date(head.internalDate) : null;
  const cut = isTooLarge
    ? `It has ${megabytes(sizeBytes)} MB, more than the ${megabytes(mailLimitBytes)} MB we take in: its beginning is kept, the whole is in the mailbox${isRead ? '' : ', unread'}.`
    : null;
  return { raw: whole.source, arrivedAt: arrivedAt && !Number.isNaN(arrivedAt.getTime()) ? arrivedAt : null, cut };
}

/** Only after the commit. A mailbox that may not be changed still delivers. */
async function markSeen(tools: Tools, { client, lineId }: OpenMailbox, uids: readonly number[]): Promise<void> {
  if (uids.length === 0 || !client.usable) return;
  try {
    await passes('box.marking');
    await client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true, silent: true });
  } catch {
    tools.log.warn({ lineId, mails: uids.length }, 'The host did not let us mark mails as read');
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
