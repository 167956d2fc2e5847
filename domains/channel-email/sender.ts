import type { Mail, MailAddress } from '#science/mail';

/** Longest address we can know somebody by. */
const addressLimit = 320;

/**
 * Who wrote a mail. A form on the customer's website often writes in our own name and puts the person into Reply-To:
 * then that person is meant. Null where nobody can be answered.
 */
export function senderOf(mail: Mail, ours: ReadonlySet<string>): MailAddress | null {
  const { from } = mail;
  if (from && isUsable(from) && !ours.has(bareAddress(from.address))) return from;
  return mail.replyTo.find((one) => isUsable(one) && !ours.has(bareAddress(one.address))) ?? null;
}

/** Whether a reply could be written there. */
export function isUsable(one: MailAddress): boolean {
  return /^[^\s@<>]+@[^\s@<>]+$/.test(one.address) && one.address.length <= addressLimit;
}

/** In lower case and without what stands behind a plus: what lines are compared by. */
export function bareAddress(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  return at < 0 ? lower : `${lower.slice(0, at).split('+')[0] ?? ''}${lower.slice(at)}`;
}
