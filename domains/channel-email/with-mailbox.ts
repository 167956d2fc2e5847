import { isSample } from '#domains/identity';
import type { Tools } from '#platform/domain';
import type { OpenMailbox } from './fetch-mail.ts';
import { imapClient } from './listen-mailbox.ts';
import type { MailLine } from './mail-line.ts';
import { signInOf } from './sign-in.ts';
import { wordsOfTrouble } from './words-of-trouble.ts';

/** What came of it: what was found, or why the mailbox could not be looked into. */
export type Looked<T> = { readonly is: 'seen'; readonly found: T } | { readonly is: 'not-seen'; readonly says: string };

/** For how long a mailbox is opened, in milliseconds, and whether its host is to hold that nothing changes there. */
export interface Opening {
  readonly limitMs: number;
  readonly readOnly?: boolean;
}

/** A connection of our own beside the one that listens, opened, used and closed. Trouble of the host is told in words. */
export async function withMailbox<T>(
  tools: Tools,
  workspaceId: string,
  line: MailLine,
  { limitMs, readOnly = false }: Opening,
  work: (mailbox: OpenMailbox) => Promise<T>,
): Promise<Looked<T>> {
  const { imap } = line.settings;
  if (!imap) {
    const says = line.settings.door
      ? 'Mail comes through our own door, which says yes only once a mail stands here: there is no mailbox to compare with.'
      : 'This line has no mailbox.';
    return { is: 'not-seen', says };
  }
  if (await tools.read({ workspaceId }, isSample)) return { is: 'not-seen', says: 'Nothing leaves the sample shop.' };
  const of = { workspaceId, lineId: line.id };
  let timer: NodeJS.Timeout | undefined;
  try {
    const signIn = await signInOf(tools, of, line.settings, 'imap');
    if (!signIn) return { is: 'not-seen', says: `There is no password for ${imap.user} yet.` };
    const client = await imapClient(tools.config, imap, signIn);
    timer = setTimeout(() => client.close(), limitMs);
    try {
      await client.connect();
      const box = await client.mailboxOpen(imap.folder, { readOnly });
      return { is: 'seen', found: await work({ client, ...of, uidValidity: box.uidValidity }) };
    } finally {
      client.close();
    }
  } catch (error) {
    return { is: 'not-seen', says: wordsOfTrouble(error, imap) };
  } finally {
    clearTimeout(timer);
  }
}
