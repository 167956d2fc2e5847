import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everybody's password. */
export const rigPassword = 'pw';

/** Writes Dovecot's configuration into the folder; gives its path. */
export function writeDovecot(
  folder: string,
  ports: { imapPort: number; lmtpPort: number; smtpPort: number; introspection: string | null },
): string {
  const [conf, mail, run] = [join(folder, 'dovecot'), join(folder, 'mail'), join(folder, 'dovecot', 'run')];
  const away = join(mail, 'away@cust.test');
  for (const path of [run, away]) mkdirSync(path, { recursive: true });
  const sieve = join(away, '.dovecot.sieve');
  writeFileSync(sieve, 'require ["vacation"];\nvacation :days 1 :subject "Out of office" "I am away until Monday.";\n');
  const [uid, gid] = [idOf('nobody', '-u'), idOf('nobody', '-g')];
  for (const path of [mail, away, sieve]) chownSync(path, uid, gid);
  const file = join(conf, 'dovecot.conf');
  const oauthFile = join(conf, 'oauth2.conf.ext');
  if (ports.introspection) writeFileSync(oauthFile, oauthConf(ports.introspection));
  writeFileSync(
    file,
    dovecotConf({
      oauthFile: ports.introspection ? oauthFile : null,
      run,
      mail,
      log: join(conf, 'log'),
      uid,
      gid,
      ...ports,
    }),
  );
  return file;
}

/** Dovecot asks the provider about each token; who it belongs to is the mailbox. */
function oauthConf(introspection: string): string {
  return `introspection_mode=post
introspection_url=${introspection}
username_attribute=sub
active_attribute=active
active_value=true
`;
}

interface DovecotPlaces {
  readonly oauthFile: string | null;
  readonly run: string;
  readonly mail: string;
  readonly log: string;
  readonly uid: number;
  readonly gid: number;
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly smtpPort: number;
}

function dovecotConf(at: DovecotPlaces): string {
  return `base_dir=${at.run}
state_dir=${at.run}
log_path=${at.log}
protocols=imap lmtp
listen=127.0.0.1
ssl=no
disable_plaintext_auth=no
auth_mechanisms=plain login${at.oauthFile ? ' xoauth2 oauthbearer' : ''}
auth_failure_delay=0
mail_location=maildir:${at.mail}/%u
mail_uid=${at.uid}
mail_gid=${at.gid}
first_valid_uid=1
first_valid_gid=1
default_internal_user=dovecot
default_login_user=dovenull
recipient_delimiter=+
lmtp_save_to_detail_mailbox=no
service imap-login {
  inet_listener imap {
    port=${at.imapPort}
  }
  inet_listener imaps {
    port=0
  }
}
service lmtp {
  inet_listener lmtp {
    address=127.0.0.1
    port=${at.lmtpPort}
  }
}
${whoAndHow(at)}`;
}

function whoAndHow(at: DovecotPlaces): string {
  const oauth = at.oauthFile
    ? `passdb {
  driver=oauth2
  mechanisms=xoauth2 oauthbearer
  args=${at.oauthFile}
}
`
    : '';
  return `${oauth}passdb {
  driver=static
  mechanisms=plain login
  args=password=${rigPassword}
}
userdb {
  driver=static
  args=uid=${at.uid} gid=${at.gid} home=${at.mail}/%u allow_all_users=yes
}
protocol lmtp {
  mail_plugins=sieve
  postmaster_address=postmaster@desk.test
}
submission_host=127.0.0.1:${at.smtpPort}
plugin {
  sieve=file:%h/.dovecot.sieve
  sieve_vacation_send_from_recipient=yes
  sieve_vacation_dont_check_recipient=yes
}
namespace inbox {
  inbox=yes
}
`;
}

/** Writes Postfix's configuration into the folder; gives the configuration's folder. */
export function writePostfix(
  folder: string,
  ports: { smtpPort: number; lmtpPort: number; doorPort: number | null },
): string {
  const conf = join(folder, 'postfix');
  const [queue, data] = [join(folder, 'queue'), join(folder, 'data')];
  for (const path of [conf, queue, data]) mkdirSync(path);
  chownSync(data, idOf('postfix', '-u'), idOf('postfix', '-g'));
  writeFileSync(join(conf, 'mailboxes'), '/^[^@]+@(desk|cust)\\.test$/ ok\n');
  // what is sent to nobody@ or full@ comes back as a real delivery report
  const door = ports.doorPort === null ? '' : `/@direct\\.desk\\.test$/ smtp:[127.0.0.1]:${ports.doorPort}\n`;
  writeFileSync(
    join(conf, 'transport'),
    `/^nobody@/ error:5.1.1 No such user here\n/^full@/ error:5.2.2 The mailbox is full\n${door}`,
  );
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
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'smtp unix - - n - - smtp',
    'relay unix - - n - - smtp',
    'showq unix n - n - - showq',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'discard unix - - n - - discard',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `127.0.0.1:${smtpPort} inet n - n - - smtpd\n${unix.join('\n')}\n`;
}

function idOf(user: string, which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }).trim());
}
