import { useState } from 'react';
import { ask, type AskOf, Refusal, useAct } from '#platform/ui';
import { type ChatLineSettings, newSiteKey } from '#domains/channel-chat/contract';
import { siteOriginOf } from '#domains/channel-chat/console';
import type { FoundServers } from '#domains/channel-email/contract';
import { beginPastMail, changeLine, closeLine, findMailServers, openLine, testConnection } from '../routes.ts';
import type { Draft } from './setup-steps.tsx';

/** A line as the answers of the set-up say it. */
export interface FirstLine {
  readonly name: string;
  readonly channel: string;
  readonly address: string;
  /** How customers' words are gathered, where it is not by thread. */
  readonly casePolicy?: 'open-conversation';
  readonly settings?: MailSettings | ChatLineSettings;
  readonly secrets?: Readonly<Record<string, string>>;
}
type TestBody = AskOf<typeof testConnection>['body'];
type MailSettings = NonNullable<NonNullable<TestBody>['settings']>;
export interface Tried {
  readonly imap: Found;
  readonly smtp: Found;
  /** Mails that lie in the mailbox already; null where it could not be looked into. */
  readonly past: {
    readonly all: number;
    readonly days30: number;
    readonly days7: number;
    readonly unread: number;
  } | null;
}
/** How far back read mail comes in, as closed conversations. */
export type PastSpan = 'none' | 'd7' | 'd30' | 'all';
const pastDays = { d7: 7, d30: 30, all: null } as const;

interface Found {
  readonly state: 'good' | 'bad' | 'off';
  readonly says: string;
}

/**
 * Opens the first line: it stands at once, but learns where its servers are only after they answered, or when the owner
 * says so all the same. Gives whether the line is there as it was asked for.
 */
export function useFirstLine() {
  const make = useAct(openLine);
  const write = useAct(changeLine);
  const close = useAct(closeLine);
  const tryIt = useAct(testConnection);
  const [standing, setStanding] = useState<{ readonly id: string; readonly address: string }>();
  const [tried, setTried] = useState<Tried>();
  const [past, setPast] = useState<PastSpan>('d30');
  const bring = useAct(beginPastMail);

  const stand = async ({ name, channel, address, casePolicy }: FirstLine): Promise<string> => {
    if (standing?.address === address) return standing.id;
    // The address was mistyped before: its line has no use.
    if (standing !== undefined) await close.mutateAsync({ params: { id: idOf(standing.id) } });
    const made = await make.mutateAsync({ body: { name, channel, address, ...(casePolicy && { casePolicy }) } });
    setStanding({ id: made.id, address });
    return made.id;
  };
  const isSure = tried !== undefined;
  const open = async (line: FirstLine): Promise<boolean> => {
    const at = await stand(line);
    const { settings, secrets = {} } = line;
    if (settings === undefined) return true;
    if (!isSure && hasServers(settings)) {
      const found = await tryIt.mutateAsync({ params: { id: idOf(at) }, body: { settings, ...secrets } });
      // read mail that lies there is asked about once, before the first of it could come in
      if (hasTrouble(found) || (found.past?.all ?? 0) > 0) {
        setTried(found);
        return false;
      }
    }
    await write.mutateAsync({ params: { id: idOf(at) }, body: { settings, secrets: { ...secrets } } });
    if (past !== 'none' && (tried?.past?.all ?? 0) > 0)
      await bring.mutateAsync({ params: { id: idOf(at) }, body: { days: pastDays[past] } });
    return true;
  };
  return {
    open,
    tried,
    past,
    choosePast: setPast,
    forget: () => setTried(undefined),
    refused: make.error ?? write.error ?? close.error ?? tryIt.error ?? bring.error,
    isBusy: make.isPending || write.isPending || close.isPending || tryIt.isPending || bring.isPending,
  };
}

/** Only where there is a mailbox or a server is there anything to try. */
function hasServers(settings: MailSettings | ChatLineSettings): settings is MailSettings {
  return ('imap' in settings && settings.imap !== undefined) || ('smtp' in settings && settings.smtp !== undefined);
}

/** Whether the mailbox or the outgoing server did not answer as it should. */
export function hasTrouble({ imap, smtp }: Pick<Tried, 'imap' | 'smtp'>): boolean {
  return imap.state === 'bad' || smtp.state === 'bad';
}

/**
 * The answers with what nobody types: the key of a website, drawn once, and the servers of the mailbox, where a password
 * was typed and no server, by what the DNS says of its domain. Null where nothing is found there, or what was typed is no
 * website.
 */
export async function filledIn(draft: Draft): Promise<Draft | null> {
  const { lineKind, mailbox, imapHost, imapPassword, workspaceName, siteKey } = draft;
  if (lineKind === 'chat') {
    const website = draft.website.trim() && siteOriginOf(draft.website);
    return website === null ? null : { ...draft, website, siteKey: siteKey || newSiteKey(workspaceName) };
  }
  if (lineKind !== 'mail' || mailbox === '' || imapHost !== '' || imapPassword === '') return draft;
  const asked = ask(findMailServers, { query: { address: mailbox } }) as Promise<FoundServers>;
  const found = await asked.catch((error: unknown) => {
    // name servers that are away know nothing, as those that answer so
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!found?.imap) return null;
  return { ...draft, imapHost: typedOf(found.imap, 993), smtpHost: draft.smtpHost || typedOf(found.smtp, 465) };
}

function typedOf(server: { readonly host: string; readonly port: number } | null, usualPort: number): string {
  if (server === null) return '';
  return server.port === usualPort ? server.host : `${server.host}:${server.port}`;
}

/** The two contracts brand the same id each for itself. */
function idOf(id: string): never {
  return id as never;
}

/** The line as the answers say it: read by IMAP and answered by SMTP, each signed in as the mailbox where the host asks for it. */
export function lineOf(draft: Draft): FirstLine | undefined {
  if (draft.lineKind === 'phone') return { name: 'Telephone', channel: 'voice', address: '+49 30 901820' };
  if (draft.lineKind === 'chat') return websiteOf(draft);
  if (draft.lineKind !== 'mail' || draft.mailbox === '') return undefined;
  const { mailbox, imapHost, imapPassword, smtpHost } = draft;
  const smtp = serverOf(smtpHost, 465);
  const settings = {
    ...(imapHost === '' ? { door: true } : { imap: { ...serverOf(imapHost, 993), user: mailbox } }),
    // A host of this machine asks for no name; any other one knows the sender by the mailbox.
    ...(smtpHost === '' ? {} : { smtp: { ...smtp, user: isThisMachine(smtp.host) ? '' : mailbox } }),
  };
  const hasSmtpPassword = smtpHost !== '' && !isThisMachine(smtp.host);
  return {
    name: mailbox,
    channel: 'email',
    address: mailbox,
    settings,
    secrets: imapPassword === '' ? {} : { imapPassword, ...(hasSmtpPassword ? { smtpPassword: imapPassword } : {}) },
  };
}

/** Chat and form on the website that was typed, or on any. */
function websiteOf({ workspaceName, siteKey, website }: Draft): FirstLine {
  const sites = website === '' ? [] : [website];
  return {
    name: workspaceName,
    channel: 'chat',
    address: siteKey,
    casePolicy: 'open-conversation',
    settings: { simulated: false, sites, greeting: '', asks: 'outside-hours' },
  };
}

/** `mail.example.com`, or `mail.example.com:143` where another port is asked for: TLS from the first byte on the usual one alone. */
function serverOf(typed: string, usualPort: number): { host: string; port: number; secure: boolean } {
  const [, host = typed, port] = /^(.*?)(?::(\d+))?$/u.exec(typed.trim()) ?? [];
  const number = port === undefined ? usualPort : Number(port);
  return { host, port: number, secure: number === usualPort };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.');
}
