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

/** How the line signs in at its servers: by password, or by a consent at a provider. */
export type SignInWay = 'password' | 'google' | 'microsoft' | 'other';

/** The provider's part as it is typed. */
export interface ProviderDraft {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: string;
}

/** The line as it is typed. */
export interface LineDraft {
  readonly way: SignInWay;
  readonly provider: ProviderDraft;
  readonly casePolicy: LineView['casePolicy'];
  /** Most mails of one address in an hour; empty is the usual number. */
  readonly budget: string;
  /** Most mails that leave in a minute; empty sets no bound. */
  readonly pace: string;
  /** In hours; empty has no end. */
  readonly caseWindow: string;
  readonly name: string;
  readonly address: string;
  readonly fromName: string;
  readonly signature: string;
  readonly replyTemplate: string;
  readonly door: boolean;
  readonly dkimSelector: string;
  readonly folder: string;
  readonly imap: ServerDraft;
  readonly smtp: ServerDraft;
}

const imapPort = '993';
const smtpPort = '465';
const noServer = { host: '', user: '', password: '', secure: true } as const;

const noProvider: ProviderDraft = { clientId: '', clientSecret: '', authorizeUrl: '', tokenUrl: '', scopes: '' };

export const emptyDraft: LineDraft = {
  way: 'password',
  provider: noProvider,
  casePolicy: 'thread',
  caseWindow: '',
  budget: '',
  pace: '',
  name: '',
  address: '',
  fromName: '',
  signature: '',
  replyTemplate: '',
  door: false,
  dkimSelector: '',
  folder: 'INBOX',
  imap: { ...noServer, port: imapPort },
  smtp: { ...noServer, port: smtpPort },
};

/** The servers of the large hosts, filled in where nothing was typed yet. */
const usualServers = {
  google: { imap: ['imap.gmail.com', '993', true], smtp: ['smtp.gmail.com', '465', true] },
  microsoft: { imap: ['outlook.office365.com', '993', true], smtp: ['smtp.office365.com', '587', false] },
} as const;

/** The draft with another way to sign in; a large host's servers come with it. */
export function withWay(draft: LineDraft, way: SignInWay): LineDraft {
  if (way === 'password' || way === 'other') return { ...draft, way };
  const filled = (server: ServerDraft, [host, port, secure]: readonly [string, string, boolean]): ServerDraft =>
    server.host.trim() === '' ? { ...server, host, port, secure, user: draft.address } : server;
  const usual = usualServers[way];
  return { ...draft, way, imap: filled(draft.imap, usual.imap), smtp: filled(draft.smtp, usual.smtp) };
}

/** What is kept of a line, to be changed; a password is never among it. */
export function draftOf(line: LineView): LineDraft {
  const read = MailLineSettings.safeParse(line.settings ?? {});
  const { imap, smtp, fromName, signature, replyTemplate, door, dkimSelector, oauth, budgetPerHour, sendPerMinute } =
    read.success ? read.data : MailLineSettings.parse({});
  const byConsent = imap?.signIn === 'oauth' || smtp?.signIn === 'oauth';
  return {
    way: byConsent && oauth ? oauth.provider : 'password',
    provider: oauth ? { ...oauth, clientSecret: '' } : noProvider,
    casePolicy: line.casePolicy,
    budget: String(budgetPerHour),
    pace: sendPerMinute === 0 ? '' : String(sendPerMinute),
    caseWindow: line.caseWindowHours === null ? '' : String(line.caseWindowHours),
    name: line.name,
    address: line.address,
    fromName,
    signature,
    replyTemplate,
    door,
    dkimSelector,
    folder: imap?.folder ?? 'INBOX',
    imap: imap ? { ...imap, port: String(imap.port), password: '' } : emptyDraft.imap,
    smtp: smtp ? { ...smtp, port: String(smtp.port), password: '' } : emptyDraft.smtp,
  };
}

/** The settings that a draft means; a server without a name is none. A user left out is the address itself. */
export function settingsOf(draft: LineDraft): MailLineSettings {
  const { imap, smtp, folder, fromName, signature, replyTemplate, door, dkimSelector, address, way, provider, budget } =
    draft;
  const budgetPerHour = budget === '' ? MailLineSettings.parse({}).budgetPerHour : Number(budget);
  const signIn = way === 'password' ? ('password' as const) : ('oauth' as const);
  const serverOf = (server: ServerDraft) => ({
    host: server.host.trim(),
    port: Number(server.port),
    secure: server.secure,
    signIn,
  });
  const { clientId, authorizeUrl, tokenUrl, scopes } = provider;
  return {
    fromName,
    signature,
    replyTemplate,
    door,
    dkimSelector,
    budgetPerHour,
    sendPerMinute: Math.min(Number(draft.pace), 6_000),
    ...(way === 'password' ? {} : { oauth: { provider: way, clientId, authorizeUrl, tokenUrl, scopes } }),
    ...(imap.host.trim() === '' ? {} : { imap: { ...serverOf(imap), user: imap.user.trim() || address, folder } }),
    ...(smtp.host.trim() === '' ? {} : { smtp: { ...serverOf(smtp), user: smtp.user.trim() } }),
  };
}

/** Only the passwords that were typed: what is left empty stays as it is kept. */
export function secretsOf(draft: LineDraft): Record<string, string> {
  return {
    ...(draft.imap.password === '' ? {} : { imapPassword: draft.imap.password }),
    ...(draft.smtp.password === '' ? {} : { smtpPassword: draft.smtp.password }),
    ...(draft.provider.clientSecret === '' ? {} : { oauthClientSecret: draft.provider.clientSecret }),
  };
}

/** How what comes in joins a conversation, as the line keeps it. */
export function caseOf(draft: LineDraft): Pick<LineView, 'casePolicy' | 'caseWindowHours'> {
  const hours = Number(draft.caseWindow);
  const isGiven = draft.casePolicy !== 'thread' && Number.isInteger(hours) && hours > 0;
  return { casePolicy: draft.casePolicy, caseWindowHours: isGiven ? hours : null };
}
