import { createHash } from 'node:crypto';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './send-smtp.ts';

/** How long a connection waits for its next mail, in milliseconds, and how many mails it carries: below what hosts allow. */
const idleLimitMs = 5_000;
const mailsPerConnection = 50;
/** Most connections that wait in one process, over all lines. */
const idleLimit = 100;

/** A connection that let a mail through and may carry the next. */
export interface Waiting {
  readonly connection: SMTPConnection;
  readonly mails: number;
}

const waiting = new Map<string, { kept: Waiting; timer: NodeJS.Timeout }[]>();

/** What a connection is kept under: one line, and all that it signed in with. Nothing of it can be read back. */
export function connectionKey(lineId: string, server: SmtpServer): string {
  return createHash('sha256')
    .update(JSON.stringify([lineId, server]))
    .digest('hex');
}

/** One that waits under this key; whoever takes it asks first whether it still lives. */
export function takeWaiting(key: string): Waiting | null {
  const found = waiting.get(key)?.pop();
  if (!found) return null;
  clearTimeout(found.timer);
  if (waiting.get(key)?.length === 0) waiting.delete(key);
  return found.kept;
}

/** Keeps a connection for the next mail, or says goodbye where it has carried enough. */
export function keepWaiting(key: string, connection: SMTPConnection, mails: number): void {
  const count = [...waiting.values()].reduce((sum, list) => sum + list.length, 0);
  if (mails >= mailsPerConnection || count >= idleLimit) return connection.quit();
  const timer = setTimeout(() => {
    const list = waiting.get(key) ?? [];
    const left = list.filter(({ kept }) => kept.connection !== connection);
    if (left.length > 0) waiting.set(key, left);
    else waiting.delete(key);
    connection.quit();
  }, idleLimitMs);
  timer.unref();
  waiting.set(key, [...(waiting.get(key) ?? []), { kept: { connection, mails }, timer }]);
}

/** Ends all that wait. */
export function closeWaiting(): void {
  for (const { kept, timer } of [...waiting.values()].flat()) {
    clearTimeout(timer);
    kept.connection.close();
  }
  waiting.clear();
}
