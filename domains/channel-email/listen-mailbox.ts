import { ImapFlow } from 'imapflow';
import type { Config } from '#platform/config';
import type { Tools } from '#platform/domain';
import { reachMailHost } from '#platform/fetch-outside';
import { compareAndKeep } from './compare-mailbox.ts';
import type { MailLineSettings } from './contract.ts';
import { fetchNew, type OpenMailbox } from './fetch-mail.ts';
import type { SignIn } from './sign-in.ts';
import { type MailboxPosition, sayState, startNumbering } from './mailbox-state.ts';

/** A host that never tells is asked this often, in seconds; one that tells is heard at once. */
const askAnywaySeconds = 60;
const connectTimeoutMs = 20_000;
/** IDLE is begun anew before a firewall forgets the connection. */
const idleLimitMs = 4 * 60_000;
/** A host that says nothing for this long hangs: it is asked more often than that. */
const silenceLimitMs = 90_000;
/** How often the mailbox is compared with the ledger, beside every look that somebody asks for. */
const compareEveryMs = 5 * 60_000;

export type ImapSettings = NonNullable<MailLineSettings['imap']>;

/** A connection to a mailbox, not yet opened. A password or token travels in the clear only within this machine. */
export async function imapClient(
  config: Pick<Config, 'mailPrivateHosts'>,
  settings: ImapSettings,
  signIn: SignIn,
): Promise<ImapFlow> {
  const { host, port, secure } = settings;
  const client = new ImapFlow({
    ...(await reachMailHost(config, settings)),
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !isThisMachine(host) }),
    auth:
      'accessToken' in signIn
        ? { user: signIn.user, accessToken: signIn.accessToken }
        : { user: signIn.user, pass: signIn.password },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: idleLimitMs,
    socketTimeout: silenceLimitMs,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
  });
  // every failure also rejects what we wait for; unheard, this event would end the process
  client.on('error', () => undefined);
  return client;
}

/** Whether a host is this machine: nothing said to it can be overheard on the way. */
export function isThisMachine(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

/**
 * Listens to one mailbox over one connection until it ends or is asked to: takes in what is new, then waits to be told of
 * more. Throws when the connection or the database fails; whoever called decides when to try again.
 */
export async function listenMailbox(
  tools: Tools,
  line: { workspaceId: string; lineId: string; settings: ImapSettings; signIn: SignIn },
  from: MailboxPosition,
  signal: AbortSignal,
): Promise<void> {
  const { workspaceId, lineId, settings } = line;
  const client = await imapClient(tools.config, settings, line.signIn);
  const bell = makeBell(client, signal);
  const close = () => client.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    await client.connect();
    const box = await client.mailboxOpen(settings.folder);
    const who = { workspaceId, via: 'channel' } as const;
    // a host that would next give a number we are past went back, whatever it says of its numbering
    let position =
      from.uidValidity === box.uidValidity && box.uidNext > from.lastUid
        ? from
        : await tools.transact(who, (ctx) => startNumbering(ctx, lineId, from, box.uidValidity, box.uidNext));
    const mailbox: OpenMailbox = { client, workspaceId, lineId, uidValidity: box.uidValidity };
    let comparedAt = 0;
    while (!signal.aborted && client.usable) {
      bell.hush();
      const fetched = await fetchNew(tools, mailbox, position, signal);
      position = fetched.position;
      if (fetched.isMore || signal.aborted) continue;
      await tools.transact(who, (ctx) =>
        sayState(ctx, lineId, 'connected', `Listening to ${settings.folder} at ${settings.host}.`),
      );
      if (Date.now() - comparedAt > compareEveryMs) {
        comparedAt = Date.now();
        await compareAndKeep(tools, mailbox);
      }
      await waitForMail(client, bell);
    }
    if (!signal.aborted) throw Object.assign(new Error('The connection ended'), { code: 'NoConnection' });
  } finally {
    signal.removeEventListener('abort', close);
    await leave(client, signal);
  }
}

interface Bell {
  /** Resolves when the host told of mail, or nothing more can come. */
  rung(limitMs: number): Promise<void>;
  hush(): void;
}

/** Hears the host even while nobody waits: mail that comes during a pass rings for the next. */
function makeBell(client: ImapFlow, signal: AbortSignal): Bell {
  let isRung = false;
  let wake: () => void = () => undefined;
  const ring = () => {
    isRung = true;
    wake();
  };
  client.on('exists', ring);
  client.on('close', ring);
  signal.addEventListener('abort', ring, { once: true });
  return {
    hush: () => {
      isRung = false;
    },
    rung: (limitMs) =>
      new Promise((resolve) => {
        if (isRung) return resolve();
        const timer = setTimeout(resolve, limitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

async function waitForMail(client: ImapFlow, bell: Bell): Promise<void> {
  // the next command ends IDLE; its own failure comes with the close of the connection
  client.idle().catch(() => undefined);
  await bell.rung(askAnywaySeconds * 1_000);
}

async function leave(client: ImapFlow, signal: AbortSignal): Promise<void> {
  if (!client.usable || signal.aborted) return client.close();
  await Promise.race([client.logout(), new Promise((resolve) => setTimeout(resolve, 2_000).unref())]).catch(
    () => undefined,
  );
  client.close();
}
