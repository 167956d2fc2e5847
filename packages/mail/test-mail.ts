import { readMail } from './read.ts';
import type { Mail } from './mail.ts';

/** A mail written as lines, for tests: headers, a blank line, the body. */
export function aMail(...lines: string[]): Promise<Mail> {
  return readMail(new TextEncoder().encode(lines.join('\r\n')));
}
