import { headerOf, type Mail } from '#science/mail';
import type { PreparedMail } from './prepare-mail.ts';
import type { Decided } from './rule-for.ts';
import { bareAddress } from './sender.ts';

/** Why a mail is set aside: a word to count and filter by, and a sentence. */
export interface ParkReason {
  readonly code:
    | 'cut'
    | 'loop'
    | 'auto-reply'
    | 'receipt'
    | 'complaint'
    | 'bounce'
    | 'list'
    | 'budget'
    | 'nobody'
    | 'never'
    | 'broken';
  readonly words: string;
}

/**
 * Why a mail is set aside instead of shown to somebody as a customer's, in a sentence; null where it is to be placed.
 * Nothing parked is lost: it lies in the ledger with this reason and one click opens it.
 */
export function parkReason(
  prepared: PreparedMail,
  lineAddress: string,
  isKnownThread: boolean,
  braked: string | null,
): ParkReason | null {
  const { mail, classified } = prepared;
  if (prepared.cut) return { code: 'cut', words: prepared.cut };
  switch (classified.kind) {
    case 'loop':
      return { code: 'loop', words: 'Our own mail came back: answering it would begin a loop.' };
    case 'complaint':
      return { code: 'complaint', words: 'A complaint (junk report) of a mailbox host about a mail of ours.' };
    case 'bounce':
      return { code: 'bounce', words: 'A delivery report about a mail that we did not send, or do not know.' };
    case 'auto-reply':
      return {
        code: 'auto-reply',
        words: 'An automatic answer, such as an out-of-office notice: nobody waits for us.',
      };
    case 'receipt':
      return { code: 'receipt', words: 'A read receipt: nobody waits for us.' };
    case 'list':
      // Behind a group address (support@ as a mailing list) every customer's mail looks like a list's.
      if (!isKnownThread && !isOurGroup(mail, lineAddress))
        return { code: 'list', words: 'Sent to many (a list or newsletter), not to us.' };
  }
  return braked === null ? null : { code: 'budget', words: braked };
}

/** What a rule may overrule: what is harmless and only seemed to be for nobody. A loop, a report or a broken mail stays. */
const letThrough: ReadonlySet<ParkReason['code']> = new Set(['auto-reply', 'receipt', 'list', 'budget']);

/** The judgement with what a teammate decided for mails like this one. */
export function underRule(judged: ParkReason | null, rule: Decided | null): ParkReason | null {
  if (rule?.act === 'never') return { code: 'never', words: rule.words };
  return rule?.act === 'let-through' && judged && letThrough.has(judged.code) ? null : judged;
}

function isOurGroup(mail: Mail, lineAddress: string): boolean {
  const bare = bareAddress(lineAddress);
  const named = `${headerOf(mail, 'list-id') ?? ''} ${headerOf(mail, 'list-post') ?? ''}`.toLowerCase();
  return named.includes(bare) || named.includes(`<${bare.replace('@', '.')}>`);
}
