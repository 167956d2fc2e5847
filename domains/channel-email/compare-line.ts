import type { Asker, Tools } from '#platform/domain';
import type { ComparedMail, ComparisonFound } from './contract.ts';
import { compareAndKeep } from './compare-mailbox.ts';
import { type OpenMailbox, takeByUid } from './fetch-mail.ts';
import { configurableLine } from './try-line.ts';
import { withMailbox } from './with-mailbox.ts';

/** Longest a look may take, in milliseconds, and most missing mails that are named and taken at once. */
const look = { limitMs: 30_000 };
const namedLimit = 50;

/** Looks at the host now: which of its mails have no row here, by name. Reads only. */
export async function compareNow(tools: Tools, asker: Asker, lineId: string): Promise<ComparisonFound> {
  const line = await configurableLine(tools, asker, lineId);
  const looked = await withMailbox(tools, asker.workspaceId, line, look, async (mailbox) => {
    const found = await compareAndKeep(tools, mailbox);
    if (!found) return null;
    return { ...found, named: await nameThem(mailbox, found.missing.slice(-namedLimit)) };
  });
  if (looked.is === 'not-seen') return { state: 'not-compared', says: looked.says, missing: [] };
  if (!looked.found)
    return {
      state: 'not-compared',
      says: 'The host numbered its mails anew; they are being taken in again.',
      missing: [],
    };
  const { named, missing, onTheWay, gone, atHost } = looked.found;
  const says = missing.length === 0 ? `Each of the ${atHost} mails there has its row here.` : '';
  return {
    state: 'compared',
    says,
    missing: named,
    figures: { at: tools.now().toISOString(), atHost, missing: missing.length, onTheWay, gone },
  };
}

/** Takes in mails that lie at the host without a row here; those that have one by now are known and left. */
export async function takeMissing(
  tools: Tools,
  asker: Asker,
  lineId: string,
  uids: readonly number[],
): Promise<ComparisonFound> {
  const line = await configurableLine(tools, asker, lineId);
  const looked = await withMailbox(tools, asker.workspaceId, line, look, (mailbox) =>
    takeByUid(tools, mailbox, uids.slice(0, namedLimit)),
  );
  if (looked.is === 'not-seen') return { state: 'not-compared', says: looked.says, missing: [] };
  return compareNow(tools, asker, lineId);
}

/** Who and what each is, from its envelope alone. */
async function nameThem({ client }: OpenMailbox, uids: readonly number[]): Promise<ComparedMail[]> {
  if (uids.length === 0) return [];
  const found = await client.fetchAll(
    uids.join(','),
    { uid: true, envelope: true, internalDate: true, size: true },
    { uid: true },
  );
  return found.map((one) => ({
    uid: one.uid,
    from: one.envelope?.from?.[0]?.address ?? null,
    subject: one.envelope?.subject ?? null,
    sizeBytes: one.size ?? 0,
    arrivedAt: one.internalDate ? new Date(one.internalDate).toISOString() : null,
  }));
}
