import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { ImapFlow } from 'imapflow';
import { findProgram } from '../../platform/testing/programs.ts';

/** A real Postfix and Dovecot of a test's own: everybody at desk.test and cust.test has a mailbox, password "pw". */
export interface MailRig {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** Hands a mail to Postfix. */
  send(mail: SendMailOptions): Promise<string>;
  /** Hands raw bytes to Postfix. */
  sendRaw(raw: Uint8Array | string, envelope: { from: string; to: string }): Promise<void>;
  /** The mails of somebody, oldest first, once there are at least so many. */
  mails(user: string, atLeast: number): Promise<readonly { raw: string; flags: ReadonlySet<string>; uid: number }[]>;
  /** Puts raw bytes into a mailbox as they are, however broken. */
  append(user: string, raws: readonly Uint8Array[]): Promise<void>;
  /** Somebody read a mail elsewhere. */
  markSeen(user: string, subject: string): Promise<void>;
  /** Dovecot away, and back. */
  stopImap(): Promise<void>;
  startImap(): void;
  stop(): Promise<void>;
}

const password = 'pw';
/** Longest a mail may take through both servers, in milliseconds. */
const arriveLimitMs = 20_000;

/** Why there is no rig on this machine; null where there is one. */
export function mailRigMissing(): string | null {
  if (process.platform !== 'linux') return 'Postfix and Dovecot run on Linux';
  if (process.getuid?.() !== 0) return 'Postfix and Dovecot of a test need root';
  const missing = ['postfix', 'dovecot'].filter((name) => findProgram(name) === null);
  if (missing.length > 0) return `no ${missing.join(' and no ')}: apt-get install -y postfix dovecot-imapd dovecot-lmtpd dovecot-sieve`;
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
export async function startMailRig(options: { doorPort?: number } = {}): Promise<MailRig> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-rig-'));
  const [smtpPort, imapPort, lmtpPort] = [await freePort(), await freePort(), await freePort()];
  chmodSync(folder, 0o755);
  const dovecot = writeDovecot(folder, { imapPort, lmtpPort, smtpPort });
  const postfix = writePostfix(folder, { smtpPort, lmtpPort, doorPort: options.doorPort ?? null });
  const startImap = () => void execFileSync(program('dovecot'), ['-c', dovecot], { stdio: 'ignore' });
  const pidFile = join(folder, 'dovecot', 'run', 'master.pid');
  const endImap = () => stopByPid(pidFile);
  const stopImap = async () => {
    endImap();
    await until(() => !existsSync(pidFile), 'Dovecot to end');
  };
  const putAway = () => {
    endImap();
    try {
      execFileSync(program('postfix'), ['-c', postfix, 'stop'], { stdio: 'ignore' });
    } catch {
      // it was down already
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', putAway);
  startImap();
  execFileSync(program('postfix'), ['-c', postfix, 'start'], { stdio: 'ignore' });
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true, pool: true, maxConnections: 1 });
  await until(() => transport.verify().then(Boolean, () => false), 'Postfix');
  return {
    imapPort,
    smtpPort,
    async send(mail) {
      return (await transport.sendMail(mail)).messageId;
    },
    async sendRaw(raw, envelope) {
      await transport.sendMail({ envelope, raw: Buffer.from(raw) });
    },
    mails: (user, atLeast) => readMails(imapPort, user, atLeast),
    append: (user, raws) =>
      withMailbox(imapPort, user, async (client) => {
        for (const raw of raws) await client.append('INBOX', Buffer.from(raw));
      }),
    markSeen: (user, subject) =>
      withMailbox(imapPort, user, async (client) => {
        await client.messageFlagsAdd({ header: { subject } }, ['\\Seen']);
      }),
    stopImap,
    startImap: () => {
      startImap();
      // what Postfix could not hand over waits minutes unless asked
      execFileSync(program('postqueue'), ['-c', postfix, '-f'], { stdio: 'ignore' });
    },
    async stop() {
      transport.close();
      process.off('exit', putAway);
      putAway();
    },
  };
}

function writeDovecot(folder: string, ports: { imapPort: number; lmtpPort: number; smtpPort: number }): string {
  const [conf, mail, run] = [join(folder, 'dovecot'), join(folder, 'mail'), join(folder, 'dovecot', 'run')];
  const away = join(mail, 'away@cust.test');
  for (const path of [run, away]) mkdirSync(path, { recursive: true });
  const sieve = join(away, '.dovecot.sieve');
  writeFileSync(sieve, 'require ["vacation"];\nvacation :days 1 :subject "Out of office" "I am away until Monday.";\n');
  const [uid, gid] = [idOf('nobody', '-u'), idOf('nobody', '-g')];
  for (const path of [mail, away, sieve]) chownSync(path, uid, gid);
  const file = join(conf, 'dovecot.conf');
  writeFileSync(
    file,
    `base_dir=${run}
state_dir=${run}
log_path=${join(conf, 'log')}
protocols=imap lmtp
listen=127.0.0.1
ssl=no
disable_plaintext_auth=no
auth_mechanisms=plain login
auth_failure_delay=0
mail_location=maildir:${mail}/%u
mail_uid=${uid}
mail_gid=${gid}
first_valid_uid=1
first_valid_gid=1
default_internal_user=dovecot
default_login_user=dovenull
recipient_delimiter=+
lmtp_save_to_detail_mailbox=no
service imap-login {
  inet_listener imap {
    port=${ports.imapPort}
  }
  inet_listener imaps {
    port=0
  }
}
service lmtp {
  inet_listener lmtp {
    address=127.0.0.1
    port=${ports.lmtpPort}
  }
}
passdb {
  driver=static
  args=password=${password}
}
userdb {
  driver=static
  args=uid=${uid} gid=${gid} home=${mail}/%u allow_all_users=yes
}
protocol lmtp {
  mail_plugins=sieve
  postmaster_address=postmaster@desk.test
}
submission_host=127.0.0.1:${ports.smtpPort}
plugin {
  sieve=file:%h/.dovecot.sieve
  sieve_vacation_send_from_recipient=yes
  sieve_vacation_dont_check_recipient=yes
}
namespace inbox {
  inbox=yes
}
`,
  );
  return file;
}

function writePostfix(folder: string, ports: { smtpPort: number; lmtpPort: number; doorPort: number | null }): string {
  const conf = join(folder, 'postfix');
  const [queue, data] = [join(folder, 'queue'), join(folder, 'data')];
  for (const path of [conf, queue, data]) mkdirSync(path);
  chownSync(data, idOf('postfix', '-u'), idOf('postfix', '-g'));
  writeFileSync(join(conf, 'mailboxes'), '/^[^@]+@(desk|cust)\\.test$/ ok\n');
  // what is sent to nobody@ comes back as a real delivery report
  const door = ports.doorPort === null ? '' : `/@direct\\.desk\\.test$/ smtp:[127.0.0.1]:${ports.doorPort}\n`;
  writeFileSync(join(conf, 'transport'), `/^nobody@/ error:5.1.1 No such user here\n${door}`);
  writeFileSync(
    join(conf, 'main.cf'),
    `compatibility_level=3.6
queue_directory=${queue}
data_directory=${data}
command_directory=/usr/sbin
daemon_directory=/usr/lib/postfix/sbin
mail_owner=postfix
setgid_group=postdrop
myhostname=mx.desk.test
mydestination=
virtual_mailbox_domains=desk.test,cust.test
relay_domains=direct.desk.test
virtual_transport=lmtp:inet:127.0.0.1:${ports.lmtpPort}
virtual_mailbox_maps=regexp:${conf}/mailboxes
transport_maps=regexp:${conf}/transport
inet_interfaces=127.0.0.1
inet_protocols=ipv4
mynetworks=127.0.0.0/8
recipient_delimiter=+
disable_dns_lookups=yes
smtpd_recipient_restrictions=permit_mynetworks,reject
smtpd_reject_unlisted_recipient=no
smtp_host_lookup=native
smtp_tls_security_level=none
biff=no
maillog_file=${folder}/postfix.log
maillog_file_prefixes=/tmp,/var,/dev/stdout,${tmpdir()}
alias_maps=
alias_database=
message_size_limit=62428800
virtual_mailbox_limit=0
lmtp_destination_recipient_limit=1
import_environment=MAIL_CONFIG
multi_instance_enable=no
shlib_directory=/usr/lib/postfix
meta_directory=/etc/postfix
`,
  );
  writeFileSync(join(conf, 'master.cf'), masterOf(ports.smtpPort));
  return conf;
}

/** Only the services a test needs, none in a chroot. */
function masterOf(smtpPort: number): string {
  const unix = [
    'pickup unix n - n 60 1 pickup', 'cleanup unix n - n - 0 cleanup', 'qmgr unix n - n 300 1 qmgr', 'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce', 'defer unix - - n - 0 bounce', 'trace unix - - n - 0 bounce', 'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush', 'proxymap unix - - n - - proxymap', 'smtp unix - - n - - smtp', 'relay unix - - n - - smtp',
    'showq unix n - n - - showq', 'error unix - - n - - error', 'retry unix - - n - - error', 'discard unix - - n - - discard',
    'lmtp unix - - n - - lmtp', 'anvil unix - - n - 1 anvil', 'scache unix - - n - 1 scache', 'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `127.0.0.1:${smtpPort} inet n - n - - smtpd\n${unix.join('\n')}\n`;
}

async function readMails(port: number, user: string, atLeast: number) {
  let mails: { raw: string; flags: ReadonlySet<string>; uid: number }[] = [];
  await until(async () => {
    mails = await mailbox(port, user);
    return mails.length >= atLeast;
  }, `mail ${atLeast} of ${user}`);
  return mails;
}

async function mailbox(port: number, user: string): Promise<{ raw: string; flags: ReadonlySet<string>; uid: number }[]> {
  return withMailbox(port, user, async (client) => {
    if (client.mailbox === false || client.mailbox.exists === 0) return [];
    const found = await client.fetchAll('1:*', { uid: true, source: true, flags: true });
    return found.map((one) => ({ raw: one.source?.toString('latin1') ?? '', flags: one.flags ?? new Set(), uid: one.uid }));
  });
}

async function withMailbox<T>(port: number, user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth: { user, pass: password }, logger: false, disableAutoIdle: true });
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
export async function until(isSo: () => Promise<boolean> | boolean, what: string, limitMs = arriveLimitMs): Promise<void> {
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

function idOf(user: string, which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }).trim());
}

function stopByPid(file: string): void {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').trim());
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // gone already
  }
}
