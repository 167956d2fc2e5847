import type { Ctx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { newId } from '#platform/database';
import { counter } from '#platform/health';
import { isPassingTrouble } from '#platform/problem';
import { claim, writeLedger } from './ledger.ts';
import { type MailAtDoor, prepareMail } from './prepare-mail.ts';
import type { MailOutcome } from './keep-mail.ts';
import { receiveMail } from './receive-mail.ts';
import { passes } from './steps.ts';

/** What is done in the transaction of a mail, with its fate; null where this very mail was ours already. */
export type Also = (ctx: Ctx, fate: MailOutcome['fate']) => Promise<void>;

const mails = counter('rapport_mails_total', 'Mails that came, by fate.', ['fate']);

/**
 * Takes in a mail from any door, and counts its fate.
 * See `place` for what always holds.
 */
export async function takeIn(tools: Tools, at: MailAtDoor, also: Also = async () => {}): Promise<MailOutcome> {
  const outcome = await place(tools, at, also);
  await passes('mail.committed');
  mails({ fate: outcome.fate ?? 'ours-already' });
  return outcome;
}

/**
 * A mail from any door: read and stored first, then everything in one transaction. A mail that breaks us is
 * parked with the reason; only trouble of the house itself (database, disk) is thrown, and the mail stays at its host.
 * `also` runs in the same transaction (a mailbox moves on).
 */
async function place(tools: Tools, at: MailAtDoor, also: Also): Promise<MailOutcome> {
  const who = { workspaceId: at.workspaceId, via: 'channel' } as const;
  try {
    const prepared = await prepareMail(tools, at);
    await passes('mail.prepared');
    return await tools.transact(who, async (ctx) => {
      const outcome = await receiveMail(ctx, prepared);
      await also(ctx, outcome.fate);
      await passes('mail.placed');
      return outcome;
    });
  } catch (error) {
    if (isPassingTrouble(error)) throw error;
    const failure = error instanceof Error ? error : new Error(String(error));
    tools.log.error(
      { lineId: at.lineId, door: at.door.door, problem: failure.name, stack: failure.stack ?? '' },
      'A mail could not be placed and was parked',
    );
    return parkBroken(tools, at, failure, also);
  }
}

/** The least that can be done with a mail: its bytes and a row that says what went wrong. */
async function parkBroken(tools: Tools, at: MailAtDoor, failure: Error, also: Also): Promise<MailOutcome> {
  const stored = await tools.files.put(at.workspaceId, at.raw);
  return tools.transact({ workspaceId: at.workspaceId, via: 'channel' }, async (ctx) => {
    const ledgerId = newId();
    const claimed = await claim(ctx, {
      lineId: at.lineId,
      door: at.door.door,
      doorKey: at.door.key,
      fingerprint: null,
      sha256: stored.sha256,
      messageId: null,
      ledgerId,
    });
    await also(ctx, claimed.is === 'new' ? 'parked' : null);
    if (claimed.is !== 'new') return { ledgerId: claimed.ledgerId, fate: null, conversationId: null };
    await writeLedger(ctx, {
      id: ledgerId,
      lineId: at.lineId,
      door: at.door,
      arrivedAt: at.arrivedAt,
      sha256: stored.sha256,
      sizeBytes: stored.sizeBytes,
      messageId: null,
      from: null,
      subject: null,
      fate: 'parked',
      reason: 'broken',
      isSettled: at.isPast ?? false,
      why: `It could not be placed (${failure.name}). The mail is kept whole; this is our mistake, please report it.`,
      people: [],
      signs: [{ sign: 'what broke', seen: failure.message.replaceAll('\0', '').toWellFormed().slice(0, 300) }],
    });
    return { ledgerId, fate: 'parked', conversationId: null };
  });
}
