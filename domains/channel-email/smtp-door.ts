import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { newId } from '#platform/database';
import type { Process, Tools } from '#platform/domain';
import type { AskDns } from './ask-dns.ts';
import { type Arrivals, type Arrived, makeArrivals, NotNow, type Place } from './arrivals.ts';
import { mailLimitBytes } from './contract.ts';
import { type Certificate, followCertificate, readCertificate } from './door-tls.ts';
import type { DoorKey } from './ledger.ts';
import { answer, keepRoom, leaveRoom, noRoom } from './door-room.ts';
import { lineOfRecipient, mailLineById } from './mail-line.ts';
import { passes } from './steps.ts';
import { takeIn } from './take-in.ts';

const clientLimit = 200;
const recipientLimit = 100;
/** Silence after which a client is sent away, and the longest one mail may take, in milliseconds. */
const silenceLimitMs = 60_000;
const mailLimitMs = 5 * 60_000;
const closeLimitMs = 5_000;
const taken = '2.0.0 Taken in';
/** Where a mail's own names are looked for. */
const headBytes = 64 * 1024;
/** Ports tried after the usual one when nobody asked for a certain one. */
const nextPorts = 20;

/** An open door. */
export interface OpenDoor {
  readonly port: number;
  /** From the next client on. */
  useCertificate(certificate: Certificate): void;
  close(): Promise<void>;
}

/** Our own door for mail, where the installation has one (SMTP_DOOR_PORT). */
export const smtpDoor: Process = {
  name: 'channel-email.smtp-door',
  role: 'server',
  async start(context) {
    const asked = context.config.smtpDoor;
    if (!asked) return { stop: async () => undefined, reports: () => ({ port: null }) };
    const files = context.config.smtpDoorTls;
    const certificate = files ? readCertificate(files) : null;
    const shared = { certificate, arrivals: arrivalsOf(context) };
    const door = await openFrom(context, asked.port, asked.orNextFree ? nextPorts : 0, shared);
    const doors = [door];
    if (files?.port) doors.push(await openFrom(context, files.port, 0, { ...shared, isTlsFromStart: true }));
    const follow = files && followCertificate(context, files, (now) => doors.forEach((one) => one.useCertificate(now)));
    return {
      async stop() {
        follow?.stop();
        await Promise.all(doors.map((one) => one.close()));
      },
      reports: () => ({ port: door.port }),
    };
  },
};

/** What the doors of one program have in common, or one has for itself. */
interface DoorParts {
  readonly certificate?: Certificate | null;
  readonly arrivals?: Arrivals;
  /** TLS from the first byte; else a client asks for it by STARTTLS, where there is a certificate. */
  readonly isTlsFromStart?: boolean;
}

function arrivalsOf({ config }: Tools): Arrivals {
  return makeArrivals(join(config.dataDir, 'mail-arriving'));
}

async function openFrom(context: Tools, port: number, tries: number, parts: DoorParts): Promise<OpenDoor> {
  try {
    return await openDoor(context, { host: context.config.host, port, protocol: 'smtp', ...parts });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 0) throw error;
    return openFrom(context, port + 1, tries - 1, parts);
  }
}

/** Opens the door. A mail is answered 250 only after its commit; trouble of ours is 451, and its host keeps it. */
export async function openDoor(
  tools: Tools,
  ask: { host: string; port: number; protocol: 'smtp' | 'lmtp'; dns?: AskDns } & DoorParts,
): Promise<OpenDoor> {
  const arrivals = ask.arrivals ?? arrivalsOf(tools);
  const { certificate } = ask;
  const places = new Map<string, Place>();
  const server = new SMTPServer({
    lmtp: ask.protocol === 'lmtp',
    authOptional: true,
    // without a certificate of its own: whoever sends from outside comes through a mail host, or a proxy with TLS
    disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    secure: ask.isTlsFromStart ?? false,
    ...certificate,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: mailLimitBytes,
    maxClients: clientLimit,
    maxRecipients: recipientLimit,
    socketTimeout: silenceLimitMs,
    closeTimeout: closeLimitMs,
    lenientAddressParsing: true,
    banner: 'Rapport',
    onMailFrom: (address, session, done) => done(keepRoom(arrivals, places, session.id, address)),
    onClose: (session) => leaveRoom(places, session.id),
    onRcptTo: (address, _session, done) => void settle(checkRecipient(tools, address), done),
    onData: (stream, session, done) => void settle(takeMail(tools, arrivals, places, ask, stream, session), done),
  });
  server.on('error', (error) =>
    tools.log.warn({ problem: (error as { code?: string }).code ?? error.name }, 'A client of the mail door failed'),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ask.port, ask.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    useCertificate: (now) => server.updateSecureContext(now),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function checkRecipient(tools: Tools, { address }: SMTPServerAddress): Promise<void> {
  try {
    await passes('door.recipient');
    if (!(await doorLine(tools, address))) throw answer(550, '5.1.1 There is no such mailbox here');
  } catch (error) {
    throw asAnswer(tools, error);
  }
}

/** Gives the library, which knows callbacks alone, what a promise gave. */
async function settle<T>(work: Promise<T>, done: (error: Error | null, given?: T) => void): Promise<void> {
  let given: T;
  try {
    given = await work;
  } catch (error) {
    done(error as Error);
    return;
  }
  done(null, given);
}

/** The open line with a door that an address reaches. */
async function doorLine(tools: Tools, address: string): Promise<{ workspaceId: string; lineId: string } | null> {
  const found = await lineOfRecipient(tools, address);
  if (!found) return null;
  const line = await tools.read({ workspaceId: found.workspaceId }, (ctx) => mailLineById(ctx, found.lineId));
  return line?.isOpen && line.settings.door ? found : null;
}

/** One answer a recipient. By SMTP there is one for all: when one line could not take it, the host asks all again, and those that have it know it. */
async function takeMail(
  tools: Tools,
  arrivals: Arrivals,
  places: Map<string, Place>,
  ask: { protocol: 'smtp' | 'lmtp'; dns?: AskDns },
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<string | (string | Error)[]> {
  try {
    const place = places.get(session.id) ?? arrivals.place();
    // from here on it is left with the mail
    places.delete(session.id);
    const arrived = await readAll(arrivals, stream, place);
    return await arrived.take((body) => takeForEach(tools, ask, body, session));
  } catch (error) {
    throw asAnswer(tools, error);
  }
}

async function takeForEach(
  tools: Tools,
  { protocol, dns }: { protocol: 'smtp' | 'lmtp'; dns?: AskDns },
  body: Buffer,
  session: SMTPServerSession,
): Promise<string | (string | Error)[]> {
  await passes('door.read');
  const { rcptTo } = session.envelope;
  const answers: (string | Error)[] = [];
  for (const { address } of rcptTo) {
    try {
      await takeFor(tools, protocol, address, body, session, dns);
      answers.push(taken);
    } catch (error) {
      const said = asAnswer(tools, error);
      if (protocol === 'smtp') throw said;
      answers.push(said);
    }
  }
  return protocol === 'lmtp' ? answers : taken;
}

async function takeFor(
  tools: Tools,
  protocol: 'smtp' | 'lmtp',
  address: string,
  body: Buffer,
  session: SMTPServerSession,
  dns: AskDns | undefined,
): Promise<void> {
  const line = await doorLine(tools, address);
  if (!line) throw answer(550, '5.1.1 There is no such mailbox here');
  const arrivedAt = tools.now();
  await takeIn(tools, {
    ...line,
    door: doorKey(protocol, body),
    arrivedAt,
    raw: withWay(body, address, session, arrivedAt),
    way: {
      ip: session.remoteAddress,
      ...(session.hostNameAppearsAs ? { helo: String(session.hostNameAppearsAs) } : {}),
      ...(session.envelope.mailFrom ? { sender: session.envelope.mailFrom.address } : {}),
    },
    ...(dns ? { dns } : {}),
  });
}

/**
 * The client names no mail, so its content does: one that was answered too late and comes again is known. Where neither
 * an id nor a date tells two mails apart, each is one of its own.
 */
function doorKey(door: 'smtp' | 'lmtp', body: Buffer): DoorKey {
  const head =
    body
      .subarray(0, headBytes)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const named = /^(message-id|date)[ \t]*:/im.test(head) ? '' : ` ${newId()}`;
  return { door, key: `sha256:${createHash('sha256').update(body).digest('hex')}${named}` };
}

/** What every mail host writes above a mail: who gave it to whom, and when. The plus part is read from here. */
function withWay(body: Buffer, recipient: string, session: SMTPServerSession, at: Date): Buffer {
  const clean = (value: string) => value.replace(/[\r\n<>]/g, '').slice(0, 500);
  const from = session.envelope.mailFrom ? clean(session.envelope.mailFrom.address) : '';
  const lines = [
    `Return-Path: <${from}>`,
    `Delivered-To: ${clean(recipient)}`,
    `Received: from ${clean(String(session.hostNameAppearsAs || 'unknown'))} ([${clean(session.remoteAddress)}]) by rapport with ${clean(session.transmissionType)}; ${at.toUTCString().replace('GMT', '+0000')}`,
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), body]);
}

async function readAll(arrivals: Arrivals, stream: SMTPServerDataStream, place: Place): Promise<Arrived> {
  const timer = setTimeout(() => stream.destroy(answer(451, '4.4.2 This took too long')), mailLimitMs);
  try {
    const arrived = await arrivals.hold(stream, place, () => stream.sizeExceeded);
    if (!stream.sizeExceeded) return arrived;
    await arrived.drop();
    throw answer(552, `5.3.4 More than ${mailLimitBytes} bytes are not taken in`);
  } finally {
    clearTimeout(timer);
  }
}

/** What a client hears: our own answers as they are, anything else is ours to mend and theirs to keep. */
function asAnswer(tools: Tools, error: unknown): Error {
  if (error instanceof Error && 'responseCode' in error) return error;
  if (error instanceof NotNow) return noRoom();
  tools.log.error(
    { problem: (error as { code?: string }).code ?? String(error) },
    'The mail door could not take a mail now',
  );
  return answer(451, '4.3.0 Not now, please try again');
}
