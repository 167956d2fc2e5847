import type { ReadCtx } from '#platform/ctx';
import type { ComparisonFigures, LedgerSummary } from './contract.ts';
import type { MailLine } from './mail-line.ts';
import { mailboxesOf } from './mailbox-state.ts';

const howItIs: Readonly<Record<string, LedgerSummary['way']['state']>> = {
  connected: 'good',
  failing: 'bad',
  off: 'bad',
};
const doorSays = 'Mail comes through our own door: each is answered only once it stands here.';

/** How mail comes in on a line, whether it does now, and what its host and the ledger have of each other. */
export async function wayIn(ctx: ReadCtx, line: MailLine): Promise<LedgerSummary['way']> {
  const none = { lastSeenAt: null, compared: null };
  if (!line.settings.imap)
    return line.settings.door
      ? { is: 'door', state: 'good', says: doorSays, ...none }
      : { is: 'none', state: 'bad', says: 'This line has no way in: give it a mailbox or our own door.', ...none };
  const [box] = await mailboxesOf(ctx, [line.id]);
  if (!box) return { is: 'mailbox', state: 'warning', says: 'The mailbox was not looked into yet.', ...none };
  return {
    is: 'mailbox',
    state: howItIs[box.state] ?? 'warning',
    says: box.says,
    lastSeenAt: box.last_seen_at?.toISOString() ?? null,
    compared: comparedOf(box),
  };
}

/** The figures of the last comparison, with its time. */
export function comparedOf(box: { compared_at: Date | null; compared: unknown }): ComparisonFigures | null {
  if (box.compared_at === null || box.compared === null) return null;
  return { ...(box.compared as Omit<ComparisonFigures, 'at'>), at: box.compared_at.toISOString() };
}
