import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { ImapFlow } from 'imapflow';
import { findProgram } from '#platform/testing';
import { rigPassword, writeDovecot, writePostfix } from './mail-rig-config.ts';

/** A real Postfix and Dovecot of a test's own: everybody at desk.test and cust.test has a mailbox, password "pw". */
export interface MailRig {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** Hands a mail to Postfix. */
  send(mail: SendMailOptions): Promise<string>;
  /** The mails of somebody, oldest first, once there are at least so many. */
  mails(user: string, atLeast: number): Promise<readonly { raw: string; flags: ReadonlySet<string>; uid: number }[]>;
  /** Puts raw bytes into a mailbox as they are, however broken. */
  append(
    user: string,
    raws: readonly Uint8Array[],
    as?: { readonly flags?: string[]; readonly at?: Date },
  ): Promise<void>;
  /** Somebody read a mail elsewhere. */
  markSeen(user: string, subject: string): Promise<void>;
  /** Somebody deleted a mail elsewhere. */
  remove(user: string, subject: string): Promise<void>;
  /** Dovecot away, and back. */
  stopImap(): Promise<void>;
  startImap(): void;
  /** Kills one of them with -9, and starts it again. */
  killHost(which: 'dovecot' | 'postfix'): Promise<void>;
  /** What Postfix put off is tried now. */
  flush(): void;
  stop(): Promise<void>;
}

/** Longest a mail may take through both servers, in milliseconds. */
const arriveLimitMs = 20_000;

/** Why there is no rig on this machine; null where there is one. */
export function mailRigMissing(): string | null {
  if (process.platform !== 'linux') return 'Postfix and Dovecot run on Linux';
  if (process.getuid?.() !== 0) return 'Postfix and Dovecot of a test need root';
  const missing = ['postfix', 'dovecot'].filter((name) => findProgram(name) === null);
  if (missing.length > 0)
    return `no ${missing.join(' and no ')}: apt-get install -y postfix dovecot-imapd dovecot-lmtpd dovecot-sieve`;
  return existsSync('/usr/lib/dovecot/lmtp') ? null : 'no dovecot-lmtpd';
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts both in a temporary folder; nothing of the machine's own configuration is read or changed. */
export async function startMailRig(options: { doorPort?: number; introspection?: string } = {}): Promise<MailRig> {
  const [smtpPort, imapPort, lmtpPort] = [await freePort(), await freePort(), await freePort()];
  const servers = startServers({
    smtpPort,
    imapPort,
    lmtpPort,
    doorPort: options.doorPort ?? null,
    introspection: options.introspection ?? null,
  });
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  });
  await until(() => transport.verify().then(Boolean, () => false), 'Postfix');
  return {
    imapPort,
    smtpPort,
    async send(mail) {
      return (await transport.sendMail(mail)).messageId;
    },
    mails: (user, atLeast) => readMails(imapPort, user, atLeast),
    append: (user, raws, { flags = [], at } = {}) =>
      withMailbox(imapPort, user, async (client) => {
        for (const raw of raws) await client.append('INBOX', Buffer.from(raw), flags, at);
      }),
    markSeen: (user, subject) =>
      withMailbox(imapPort, user, async (client) => {
        await client.messageFlagsAdd({ header: { subject } }, ['\\Seen']);
      }),
    remove: (user, subject) =>
      withMailbox(imapPort, user, async (client) => {
        await client.messageDelete({ header: { subject } });
      }),
    stopImap: servers.stopImap,
    startImap: servers.startImap,
    killHost: servers.killHost,
    flush: servers.flush,
    async stop() {
      transport.close();
      servers.putAway();
    },
  };
}

/** Both servers running, and put away also when the test run is ended in the middle. */
function startServers(ports: {
  smtpPort: number;
  imapPort: number;
  lmtpPort: number;
  doorPort: number | null;
  introspection: string | null;
}) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-rig-'));
  chmodSync(folder, 0o755);
  const dovecot = writeDovecot(folder, ports);
  const postfix = writePostfix(folder, ports);
  const pidFile = join(folder, 'dovecot', 'run', 'master.pid');
  // with pipes to it we would wait for a daemon to end
  const run = (name: string, ...args: string[]) => void execFileSync(program(name), args, { stdio: 'ignore' });
  const putAway = () => {
    process.off('exit', putAway);
    stopByPid(pidFile);
    try {
      run('postfix', '-c', postfix, 'stop');
    } catch {
      // it was down already
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', putAway);
  run('dovecot', '-c', dovecot);
  run('postfix', '-c', postfix, 'start');
  const flush = () => run('postqueue', '-c', postfix, '-f');
  return {
    putAway,
    flush,
    async killHost(which: 'dovecot' | 'postfix') {
      signalByPid(which === 'dovecot' ? pidFile : join(folder, 'queue', 'pid', 'master.pid'), 'SIGKILL');
      // its children end by themselves and only then leave the ports
      await until(() => {
        try {
          if (which === 'dovecot') run('dovecot', '-c', dovecot);
          else run('postfix', '-c', postfix, 'start');
          return true;
        } catch {
          return false;
        }
      }, `${which} to start again`);
    },
    async stopImap() {
      stopByPid(pidFile);
      await until(() => !existsSync(pidFile), 'Dovecot to end');
    },
    startImap() {
      run('dovecot', '-c', dovecot);
      // what Postfix could not hand over waits minutes unless asked
      flush();
    },
  };
}

async function readMails(port: number, user: string, atLeast: number) {
  let mails: { raw: string; flags: ReadonlySet<string>; uid: number }[] = [];
  await until(async () => {
    mails = await mailbox(port, user);
    return mails.length >= atLeast;
  }, `mail ${atLeast} of ${user}`);
  return mails;
}

async function mailbox(
  port: number,
  user: string,
): Promise<{ raw: string; flags: ReadonlySet<string>; uid: number }[]> {
  return withMailbox(port, user, async (client) => {
    if (client.mailbox === false || client.mailbox.exists === 0) return [];
    const found = await client.fetchAll('1:*', { uid: true, source: true, flags: true });
    return found.map((one) => ({
      raw: one.source?.toString('latin1') ?? '',
      flags: one.flags ?? new Set(),
      uid: one.uid,
    }));
  });
}

async function withMailbox<T>(port: number, user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user, pass: rigPassword },
    logger: false,
    disableAutoIdle: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.mailboxOpen('INBOX');
    return await work(client);
  } finally {
    client.close();
  }
}

/** Waits for a condition, with a bound. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  what: string,
  limitMs = arriveLimitMs,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ${limitMs} ms in vain for ${what}.`);
}

function program(name: string): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`There is no ${name}.`);
  return path;
}

function stopByPid(file: string): void {
  signalByPid(file, 'SIGTERM');
}

function signalByPid(file: string, signal: NodeJS.Signals): void {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').trim());
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}
