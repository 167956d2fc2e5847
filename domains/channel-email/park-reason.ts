import { headerOf, type Mail } from '#science/mail';
import type { PreparedMail } from './prepare-mail.ts';
import { bareAddress } from './sender.ts';

/**
 * Why a mail is set aside instead of shown to somebody as a customer's, in a sentence; null where it is to be placed.
 * Nothing parked is lost: it lies in the ledger with this reason and one click opens it.
 */
export function parkReason(prepared: PreparedMail, lineAddress: string, isKnownThread: boolean): string | null {
  const { mail, classified } = prepared;
  if (prepared.cut) return prepared.cut;
  switch (classified.kind) {
    case 'loop':
      return 'Our own mail came back: answering it would begin a loop.';
    case 'auto-reply':
      return 'An automatic answer, such as an out-of-office notice: nobody waits for us.';
    case 'receipt':
      return 'A read receipt: nobody waits for us.';
    case 'complaint':
      return 'A complaint (junk report) of a mailbox host about a mail of ours.';
    case 'bounce':
      return 'A delivery report about a mail that we did not send, or do not know.';
    case 'list':
      // Behind a group address (support@ as a mailing list) every customer's mail looks like a list's.
      return isKnownThread || isOurGroup(mail, lineAddress) ? null : 'Sent to many (a list or newsletter), not to us.';
    case 'message':
    case 'notice':
      return null;
  }
}

function isOurGroup(mail: Mail, lineAddress: string): boolean {
  const bare = bareAddress(lineAddress);
  const named = `${headerOf(mail, 'list-id') ?? ''} ${headerOf(mail, 'list-post') ?? ''}`.toLowerCase();
  return named.includes(bare) || named.includes(`<${bare.replace('@', '.')}>`);
}
