import type { LineView } from '#domains/brands/contract';
import { MailLineSettings } from '../contract.ts';

/** One server as it is typed: numbers are words until they are sent. */
export interface ServerDraft {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  readonly secure: boolean;
}

/** The line as it is typed. */
export interface LineDraft {
  readonly name: string;
  readonly address: string;
  readonly fromName: string;
  readonly signature: string;
  readonly door: boolean;
  readonly folder: string;
  readonly imap: ServerDraft;
  readonly smtp: ServerDraft;
}

const imapPort = '993';
const smtpPort = '465';
const noServer = { host: '', user: '', password: '', secure: true } as const;

export const emptyDraft: LineDraft = {
  name: '',
  address: '',
  fromName: '',
  signature: '',
  door: false,
  folder: 'INBOX',
  imap: { ...noServer, port: imapPort },
  smtp: { ...noServer, port: smtpPort },
};

/** What is kept of a line, to be changed; a password is never among it. */
export function draftOf(line: LineView): LineDraft {
  const read = MailLineSettings.safeParse(line.settings ?? {});
  const { imap, smtp, fromName, signature, door } = read.success ? read.data : MailLineSettings.parse({});
  return {
    name: line.name,
    address: line.address,
    fromName,
    signature,
    door,
    folder: imap?.folder ?? 'INBOX',
    imap: imap ? { ...imap, port: String(imap.port), password: '' } : emptyDraft.imap,
    smtp: smtp ? { ...smtp, port: String(smtp.port), password: '' } : emptyDraft.smtp,
  };
}

/** The settings that a draft means; a server without a name is none. A user left out is the address itself. */
export function settingsOf(draft: LineDraft): MailLineSettings {
  const { imap, smtp, folder, fromName, signature, door, address } = draft;
  const serverOf = (server: ServerDraft) => ({
    host: server.host.trim(),
    port: Number(server.port),
    secure: server.secure,
  });
  return {
    fromName,
    signature,
    door,
    ...(imap.host.trim() === '' ? {} : { imap: { ...serverOf(imap), user: imap.user.trim() || address, folder } }),
    ...(smtp.host.trim() === '' ? {} : { smtp: { ...serverOf(smtp), user: smtp.user.trim() } }),
  };
}

/** Only the passwords that were typed: what is left empty stays as it is kept. */
export function secretsOf(draft: LineDraft): Record<string, string> {
  return {
    ...(draft.imap.password === '' ? {} : { imapPassword: draft.imap.password }),
    ...(draft.smtp.password === '' ? {} : { smtpPassword: draft.smtp.password }),
  };
}
