import { PrivateAddress } from '#platform/fetch-outside';
import { TokenRefused } from './token-call.ts';

/** The parts of a library's or system's error that say what happened. */
interface Trouble {
  readonly code?: string;
  readonly originalCode?: string;
  readonly message: string;
  readonly authenticationFailed?: boolean;
  readonly mailboxMissing?: boolean;
  readonly responseText?: string;
  readonly response?: unknown;
}

/** Longest answer of a host that we repeat, in characters. */
const answerLimit = 200;

/** What went wrong with a mail host, and what to do, in a sentence for the person who set it up. Holds no password. */
export function wordsOfTrouble(
  error: unknown,
  at: { host: string; port: number; user?: string; folder?: string; signIn?: 'password' | 'oauth' },
): string {
  if (error instanceof TokenRefused)
    return error.isFinal ? `Sign in again at the provider. ${error.message}` : error.message;
  if (error instanceof PrivateAddress)
    return `${at.host} lies in a private network, and this server asks none there. Whoever runs it can name ${at.host}:${at.port} in MAIL_PRIVATE_HOSTS.`;
  const trouble = error as Trouble;
  const place = `${at.host}:${at.port}`;
  if (trouble.authenticationFailed || trouble.code === 'EAUTH') {
    if (at.signIn === 'oauth')
      return `${at.host} refused the provider's token for ${at.user || 'this line'}. Check that this is the mailbox you signed in for and that IMAP is allowed; else sign in again.`;
    return `${at.host} refused the password of ${at.user || 'this line'}. Check the user name, and give the password again.`;
  }
  if (trouble.mailboxMissing) return `There is no folder "${at.folder ?? 'INBOX'}" in this mailbox. Choose another.`;
  const codes = [trouble.originalCode, trouble.code].filter((code) => code !== undefined);
  for (const code of codes) {
    const words = wordsOfCode[code];
    if (words) return words(at.host, place);
  }
  const answer = trouble.responseText ?? (typeof trouble.response === 'string' ? trouble.response : '') ?? '';
  return answer ? `${at.host} answered: ${short(answer)}` : `${place}: ${short(trouble.message)}`;
}

const noAnswer = (_host: string, place: string) =>
  `${place} did not answer in time. Check host and port, and that no firewall stands between.`;
const noHost = (host: string) => `There is no host called ${host}. Check its name.`;
const closed = (_host: string, place: string) => `Nothing listens at ${place}. Check the port.`;
const noTls = (host: string, place: string) =>
  `${place} could not agree on encryption with us. Switch TLS on or off for this port, or check the certificate of ${host}.`;

const wordsOfCode: Readonly<Record<string, (host: string, place: string) => string>> = {
  ECONNREFUSED: closed,
  ENOTFOUND: noHost,
  EAI_AGAIN: noHost,
  EDNS: noHost,
  ETIMEDOUT: noAnswer,
  CONNECT_TIMEOUT: noAnswer,
  GREETING_TIMEOUT: noAnswer,
  UPGRADE_TIMEOUT: noTls,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ETLS: noTls,
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  DEPTH_ZERO_SELF_SIGNED_CERT: noTls,
  SELF_SIGNED_CERT_IN_CHAIN: noTls,
  CERT_HAS_EXPIRED: noTls,
  ERR_TLS_CERT_ALTNAME_INVALID: noTls,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: noTls,
  ECONNRESET: (_host, place) => `${place} ended the connection. It may be busy; we try again.`,
  EConnectionClosed: (_host, place) => `${place} ended the connection. It may be busy; we try again.`,
  NoConnection: (_host, place) => `${place} ended the connection. It may be busy; we try again.`,
};

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > answerLimit ? `${line.slice(0, answerLimit - 1)}…` : line;
}
