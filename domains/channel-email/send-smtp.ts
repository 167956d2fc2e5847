import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { InsideHosts } from '#platform/config';
import { type Reached, reachMailHost } from '#platform/fetch-outside';
import { isThisMachine } from './listen-mailbox.ts';
import { keepWaiting, takeWaiting } from './smtp-connections.ts';
import { passes } from './steps.ts';
import { wordsOfTrouble } from './words-of-trouble.ts';

const connectTimeoutMs = 15_000;
const silenceLimitMs = 40_000;
/** How long one that waited may take to answer that it lives. */
const askLimitMs = 3_000;

/** A server that carries our mail. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
  /** Instead of a password, where the line signs in by consent. */
  readonly accessToken?: string | null;
  /** For a host that an administrator named: which of private networks may be. The installation's own is not asked. */
  readonly inside?: InsideHosts;
}

/** What became of one recipient's copy. */
export type Sent =
  | { readonly outcome: 'sent'; readonly answer: string }
  | { readonly outcome: 'failed' | 'retry' | 'not-confirmed'; readonly failure: string };

/** A library's error, with what the server said. */
interface SmtpFailure extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly recipient?: string;
  readonly rejectedErrors?: readonly SmtpFailure[];
}

/**
 * Hands one mail to a server, and says what is known of each recipient. The line between "again" and "not confirmed" is
 * the last byte of the mail: before it the server cannot have taken it, after it nobody knows until it answers. With a
 * `keepKey` the connection is one that waited under it, or waits for the next mail afterwards.
 */
export async function sendSmtp(
  server: SmtpServer,
  mail: { from: string; recipients: readonly string[]; message: Readable },
  signal: AbortSignal,
  keepKey: string | null = null,
): Promise<ReadonlyMap<string, Sent>> {
  const { recipients } = mail;
  const waited = keepKey === null ? null : await livingOne(keepKey, signal);
  const reached = waited ? server : await reach(server).catch((error: SmtpFailure) => error);
  if (reached instanceof Error) {
    mail.message.destroy();
    return bySent(recipients, [], server, judge(reached, false, server));
  }
  const connection = waited?.connection ?? connectionTo(server, reached);
  let isWhole = false;
  // heard by the reader below, also when it happens before anybody reads
  mail.message.on('error', () => undefined);
  // read only once the server asked for the mail; its end is followed by the dot that makes it the server's
  const watched = Readable.from(stepwise(mail.message));
  watched.once('end', () => {
    isWhole = true;
  });
  watched.on('error', () => undefined);
  try {
    if (!waited) await within(signal, connection, connect(connection, server));
    await within(signal, connection, Promise.resolve(passes('smtp.connected')));
    const info = await within(signal, connection, send(connection, mail.from, recipients, watched));
    if (keepKey === null) connection.quit();
    else keepWaiting(keepKey, connection, (waited?.mails ?? 0) + 1);
    return bySent(recipients, info.rejectedErrors ?? [], server, { outcome: 'sent', answer: info.response });
  } catch (error) {
    connection.close();
    mail.message.destroy();
    const failure = error as SmtpFailure;
    const rest = judge(failure, isWhole, server);
    return bySent(recipients, failure.rejectedErrors ?? [], server, rest);
  }
}

/** One that waited and answers: asked before anything of the mail is told, so that one which fell meanwhile costs nothing. */
async function livingOne(
  key: string,
  signal: AbortSignal,
): Promise<{ connection: SMTPConnection; mails: number } | null> {
  for (let found = takeWaiting(key); found; found = takeWaiting(key)) {
    const { connection } = found;
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(askLimitMs)]);
      await within(
        limit,
        connection,
        heard(connection, (done) => connection.reset(done)),
      );
      return found;
    } catch {
      connection.close();
    }
  }
  return null;
}

/** The mail as it is read, with its steps. */
async function* stepwise(message: Readable): AsyncGenerator<Buffer> {
  let isBegun = false;
  for await (const chunk of message) {
    yield chunk as Buffer;
    if (!isBegun) await passes('smtp.begun');
    isBegun = true;
  }
  await passes('smtp.last');
  // a connection that fell while the last bytes were read is heard of before the dot leaves
  await setImmediate();
}

/** Signs in and leaves: what a test of the connection does. Throws what went wrong. */
export async function trySmtp(server: SmtpServer, signal: AbortSignal): Promise<void> {
  const connection = connectionTo(server, await reach(server));
  try {
    await within(signal, connection, connect(connection, server));
    connection.quit();
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** What is known of a mail whose sending failed with this error. */
export function judge(
  failure: SmtpFailure,
  isWhole: boolean,
  at: { host: string; port: number; user?: string | null; accessToken?: string | null },
): Sent {
  const said = failure.responseCode;
  const words = wordsOfTrouble(failure, { host: at.host, port: at.port, user: at.user ?? '' }).slice(0, 500);
  // a token can end between two mails: the next try comes with another
  if (failure.code === 'EAUTH' && at.accessToken) return { outcome: 'retry', failure: words };
  // an answer settles it, whenever it comes
  if (said !== undefined && said >= 500 && said !== 503) return { outcome: 'failed', failure: words };
  if (said !== undefined && said >= 400) return { outcome: 'retry', failure: words };
  if (isWhole)
    return {
      outcome: 'not-confirmed',
      failure: `${at.host} had the whole mail and did not answer: it may or may not have arrived.`,
    };
  // no address that can be written to, or a mail larger than the server takes: it will not get better
  if (failure.code === 'EMESSAGE' || (failure.code === 'EENVELOPE' && said === undefined))
    return { outcome: 'failed', failure: words };
  return { outcome: 'retry', failure: words };
}

function bySent(
  recipients: readonly string[],
  rejected: readonly SmtpFailure[],
  server: SmtpServer,
  rest: Sent,
): ReadonlyMap<string, Sent> {
  const refusals = new Map(rejected.map((one) => [(one.recipient ?? '').toLowerCase(), judge(one, false, server)]));
  return new Map(recipients.map((address) => [address.toLowerCase(), refusals.get(address.toLowerCase()) ?? rest]));
}

/** Where the server lies. What the operator named is looked up by the library, with all its addresses. */
async function reach(server: SmtpServer): Promise<Reached> {
  const { inside } = server;
  return inside === undefined ? { host: server.host } : reachMailHost({ mailPrivateHosts: inside }, server);
}

function connectionTo(server: SmtpServer, reached: Reached): SMTPConnection {
  const { host, port, secure } = server;
  const isSecret = server.password !== null || Boolean(server.accessToken);
  const connection = new SMTPConnection({
    ...reached,
    port,
    secure,
    // a password never travels in the clear beyond this machine; within it, test servers have no certificate
    ...(isThisMachine(host) ? { ignoreTLS: !secure } : { requireTLS: !secure && isSecret }),
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: silenceLimitMs,
    dnsTimeout: connectTimeoutMs,
  });
  // heard by whoever waits for an answer; nobody does while it waits for a mail, and unheard it would end the process
  connection.on('error', () => undefined);
  return connection;
}

async function connect(connection: SMTPConnection, { user, password, accessToken }: SmtpServer): Promise<void> {
  await heard(connection, (done) => connection.connect((error?: Error) => done(error ?? null)));
  if (!user) return;
  const signIn = accessToken ? { user, oauth2: new XOAuth2({ user, accessToken }) } : { user, pass: password ?? '' };
  await heard(connection, (done) => connection.login(signIn, (error) => done(error ?? null)));
}

async function send(connection: SMTPConnection, from: string, recipients: readonly string[], message: Readable) {
  return heard<{ response: string; rejectedErrors?: SmtpFailure[] | undefined }>(connection, (done) =>
    connection.send({ from, to: [...recipients] }, message, (error, info) =>
      done(error, info as { response: string; rejectedErrors?: SmtpFailure[] }),
    ),
  );
}

/** What the library answers by a callback, or by the event of a connection that fell. */
async function heard<T = unknown>(
  connection: SMTPConnection,
  begin: (done: (error: Error | null, given?: T) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    connection.once('error', reject);
    begin((error, given) => {
      connection.off('error', reject);
      if (error) reject(error);
      else resolve(given as T);
    });
  });
}

/** Ends the connection when time is up; what was known until then decides. */
async function within<T>(signal: AbortSignal, connection: SMTPConnection, step: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let timeIsUp: () => void = () => undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timeIsUp = () => {
      connection.close();
      reject(Object.assign(new Error('Time is up'), { code: 'ETIMEDOUT' }));
    };
    signal.addEventListener('abort', timeIsUp, { once: true });
  });
  step.catch(() => undefined);
  end.catch(() => undefined);
  // the connection may carry another mail when this time is up
  return Promise.race([step, end]).finally(() => signal.removeEventListener('abort', timeIsUp));
}
