import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import type { OpenMailbox } from './fetch-mail.ts';
import { mailboxPosition } from './mailbox-state.ts';

/** Mails at the host that are compared: the newest of them. */
const compareLimit = 5_000;
/** How far back rows are looked for that have no mail at the host any more, in days. */
const goneDays = 7;
/** Rows of these days that are looked for at the host: one command must hold their numbers. */
const goneLimit = 1_000;

/** What a comparison of a mailbox with the ledger found. */
interface Comparison {
  /** Mails at the host that are ours to take. */
  readonly atHost: number;
  /** Of those, named by their numbers: without a row here, though we went by them. */
  readonly missing: readonly number[];
  /** Those that came after the last one we took: they are on their way in. */
  readonly onTheWay: number;
  /** Rows of the last days whose mail is no longer in the folder; ours are whole. */
  readonly gone: number;
}

/** By the host's own numbers; nothing is changed there or here. */
async function compareMailbox(tools: Tools, mailbox: OpenMailbox): Promise<Comparison | null> {
  const { client, workspaceId, lineId, uidValidity } = mailbox;
  const who = { workspaceId };
  const from = await tools.read(who, (ctx) => mailboxPosition(ctx, lineId));
  // numbered anew since: the mailbox begins anew itself, and is compared after that
  if (!from || from.uidValidity !== uidValidity) return null;
  const uids = await uidsOf(client, from.firstUid);
  const known = await tools.read(who, (ctx) => claimedOf(ctx, lineId, uidValidity, uids));
  const open = uids.filter((uid) => !known.has(uid));
  const there = new Set(uids);
  const unseen = (await tools.read(who, (ctx) => latestUids(ctx, lineId, uidValidity))).filter(
    (uid) => !there.has(uid),
  );
  // what was there before our time is read by now, and no longer among those asked for
  const old = unseen.length > 0 ? (await client.search({ uid: unseen.join(',') }, { uid: true })) || [] : [];
  return {
    atHost: uids.length + old.length,
    missing: open.filter((uid) => uid <= from.lastUid),
    onTheWay: open.filter((uid) => uid > from.lastUid).length,
    gone: unseen.length - old.length,
  };
}

/** Compares, and keeps what was found for whoever looks at the ledger next. */
export async function compareAndKeep(tools: Tools, mailbox: OpenMailbox): Promise<Comparison | null> {
  const found = await compareMailbox(tools, mailbox);
  if (!found) return null;
  const { workspaceId, lineId } = mailbox;
  await tools.transact({ workspaceId, via: 'channel' }, (ctx) => keepComparison(ctx, lineId, found));
  return found;
}

/** What of it is kept: figures and a time, no names. */
async function keepComparison(ctx: Ctx, lineId: string, found: Comparison): Promise<void> {
  const { atHost, missing, onTheWay, gone } = found;
  await ctx.db
    .updateTable('mailboxes')
    .set({ compared_at: ctx.now, compared: JSON.stringify({ atHost, missing: missing.length, onTheWay, gone }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .execute();
}

/** Everything since our time, and of what was there before it the unread; as in `fetchNew`. */
async function uidsOf(client: OpenMailbox['client'], firstUid: number): Promise<readonly number[]> {
  const fresh = (await client.search({ uid: `${firstUid}:*` }, { uid: true })) || [];
  const old = firstUid > 1 ? (await client.search({ uid: `1:${firstUid - 1}`, seen: false }, { uid: true })) || [] : [];
  const ours = fresh.filter((uid) => uid >= firstUid);
  return [...new Set([...old, ...ours])].toSorted((a, b) => a - b).slice(-compareLimit);
}

/** Those of the numbers whose mail was claimed: it has its row, or is the second copy of one. */
export async function claimedOf(
  ctx: ReadCtx,
  lineId: string,
  uidValidity: bigint,
  uids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (uids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('mail_claims')
    .select('door_key')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('door_key', '=', sql<string>`any(${uids.map((uid) => `${uidValidity}:${uid}`)}::text[])`)
    .execute();
  return new Set(rows.map((row) => Number(row.door_key.split(':')[1])));
}

/** The host's numbers of the newest rows of these days. */
async function latestUids(ctx: ReadCtx, lineId: string, uidValidity: bigint): Promise<readonly number[]> {
  const from = new Date(ctx.now.getTime() - goneDays * 86_400_000);
  const rows = await ctx.db
    .selectFrom('mail_ledger')
    .select('door_key')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('month', '>=', `${from.toISOString().slice(0, 7)}-01`)
    .where('recorded_at', '>=', from)
    .where('door', '=', 'imap')
    .orderBy('recorded_at', 'desc')
    .limit(goneLimit)
    .execute();
  return rows.flatMap((row) => {
    const [validity, uid] = row.door_key.split(':');
    return validity === String(uidValidity) ? [Number(uid)] : [];
  });
}
