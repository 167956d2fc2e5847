import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type * as z from 'zod';
import { environment, type SettingName, settings } from './settings.ts';

export { cookiePrefix } from './cookie-prefix.ts';

/** How this process was asked to run. `null` means: not asked for. */
export type Config = {
  /** `null`: start the built-in PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  port: number;
  host: string;
  dataDir: string;
  /** Seals the passwords of lines and signs sessions. `null`: kept in a file of `dataDir`, made at the first start. */
  secretKey: string | null;
  publicUrl: string;
  /** The mail host that carries what no line of its own carries: invitations, notices. */
  smtp: OutgoingMail | null;
  /** Our own door for incoming mail; `orNextFree` when nobody asked for this very port. */
  smtpDoor: { port: number; orNextFree: boolean } | null;
  /** The door's certificate: then it offers STARTTLS, and TLS from the first byte where it has a port for that. */
  smtpDoorTls: { certFile: string; keyFile: string; port: number | null } | null;
  /** Who is asked for DNS records of mail; empty: the machine's own name servers. */
  dnsServers: readonly string[];
  /** Hosts with their port in our own network that may be fetched from; all others there may not. */
  privateHosts: readonly string[];
  /** Which mail hosts of private networks administrators may name: any, or these with their port. */
  mailPrivateHosts: InsideHosts;
  /** `null`: files lie in `dataDir`. */
  bucket: FileBucket | null;
  redisUrl: string | null;
  role: 'all' | 'server' | 'worker';
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** What a Prometheus elsewhere shows to read /metrics. `null`: only this machine may. */
  metricsToken: string | null;
};

/** Hosts inside: any of them, or these alone, each with its port. */
export type InsideHosts = 'any' | readonly string[];

export type OutgoingMail = {
  host: string;
  port: number;
  user: string | null;
  password: string | null;
  from: string;
  /** TLS from the first byte; otherwise STARTTLS where the host offers it. */
  secure: boolean;
};

/** An S3-compatible store for files. */
export type FileBucket = {
  bucket: string;
  region: string;
  /** `null`: Amazon's own. */
  endpoint: string | null;
  /** `null`: the machine's own credentials, as the AWS tools find them. */
  accessKeyId: string | null;
  secretAccessKey: string | null;
};

export type ConfigProblem = { name: string; message: string };

/** The environment is wrong. Its message names every wrong setting, so that it is mended in one go. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, message }) => `  ${name} ${message}`);
    super(`These settings cannot be used (from the environment or .env):\n${lines.join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Record<string, string | undefined>;

const defaultPort = 3000;
const defaultSmtpDoorPort = 2525;

/** The environment of this process over the `.env` of the folder, if there is one: the environment wins. */
export function readEnvironment(folder: string, env: Environment = process.env): Environment {
  const file = resolve(folder, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...env } : env;
}

/** Read the settings, or refuse with all that is wrong at once. Pure: the same environment, the same answer. */
export function readConfig(env: Environment): Config {
  // An empty line in .env (`PORT=`) means: not given.
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
  const read = environment.safeParse(given);
  const problems = [
    ...(read.error?.issues ?? []).map((issue) => describe(issue, given)),
    ...Object.keys(given).filter(isMisspelt).map(describeMisspelt),
  ];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  return toConfig(read.data);
}

function toConfig(read: z.output<typeof environment>): Config {
  const port = read.PORT ?? defaultPort;
  const role = read.ROLE ?? 'all';
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    port,
    // Loopback unless asked: a laptop's demo, with its one-click sign-in, is nobody else's business.
    host: read.HOST ?? '127.0.0.1',
    dataDir: resolve(read.DATA_DIR ?? '.data'),
    secretKey: read.SECRET_KEY ?? null,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${port}`,
    smtp: toOutgoingMail(read),
    smtpDoor: toSmtpDoor(read.SMTP_DOOR_PORT, role),
    smtpDoorTls: toSmtpDoorTls(read),
    dnsServers: listOf(read.DNS_SERVERS),
    privateHosts: listOf(read.FETCH_PRIVATE_HOSTS),
    mailPrivateHosts: toInsideHosts(read.MAIL_PRIVATE_HOSTS ?? 'any'),
    bucket: toBucket(read),
    redisUrl: read.REDIS_URL ?? null,
    role,
    logLevel: read.LOG_LEVEL ?? 'info',
    metricsToken: read.METRICS_TOKEN ?? null,
  };
}

function toInsideHosts(said: string): InsideHosts {
  if (said === 'any') return said;
  return said === 'none' ? [] : listOf(said);
}

function listOf(text: string | undefined): readonly string[] {
  return text?.split(',').map((one) => one.trim()) ?? [];
}

function toOutgoingMail(read: z.output<typeof environment>): OutgoingMail | null {
  if (read.SMTP_HOST === undefined || read.SMTP_FROM === undefined) return null;
  const secure = read.SMTP_SECURE === 'true';
  return {
    host: read.SMTP_HOST,
    port: read.SMTP_PORT ?? (secure ? 465 : 587),
    user: read.SMTP_USER ?? null,
    password: read.SMTP_PASSWORD ?? null,
    from: read.SMTP_FROM,
    secure,
  };
}

function toBucket(read: z.output<typeof environment>): FileBucket | null {
  if (read.S3_BUCKET === undefined || read.S3_REGION === undefined) return null;
  return {
    bucket: read.S3_BUCKET,
    region: read.S3_REGION,
    endpoint: read.S3_ENDPOINT ?? null,
    accessKeyId: read.S3_ACCESS_KEY_ID ?? null,
    secretAccessKey: read.S3_SECRET_ACCESS_KEY ?? null,
  };
}

/** Alone, the door is open so that the first mail needs no mail server; among several, only where it was asked for. */
function toSmtpDoor(port: number | undefined, role: Config['role']): Config['smtpDoor'] {
  if (port === 0) return null;
  if (port !== undefined) return { port, orNextFree: false };
  return role === 'all' ? { port: defaultSmtpDoorPort, orNextFree: true } : null;
}

function toSmtpDoorTls(read: z.output<typeof environment>): Config['smtpDoorTls'] {
  if (read.SMTP_DOOR_CERT === undefined || read.SMTP_DOOR_KEY === undefined) return null;
  return { certFile: read.SMTP_DOOR_CERT, keyFile: read.SMTP_DOOR_KEY, port: read.SMTP_DOOR_TLS_PORT ?? null };
}

function describe(issue: z.core.$ZodIssue, given: Record<string, string>): ConfigProblem {
  const name = String(issue.path[0]) as SettingName;
  const value = given[name];
  const got = value === undefined ? 'got nothing' : `got ${mask(name, value)}`;
  return { name, message: `${issue.message}; ${got}; for example ${name}=${settings[name].example}` };
}

/** Settings that are a secret as a whole. */
const secrets: ReadonlySet<SettingName> = new Set([
  'SMTP_PASSWORD',
  'SECRET_KEY',
  'S3_SECRET_ACCESS_KEY',
  'METRICS_TOKEN',
]);

/** What a person typed, with its password covered: a log is read by more people than may know it. */
function mask(name: SettingName, value: string): string {
  if (secrets.has(name)) return '***';
  if (!('secret' in settings[name])) return JSON.stringify(value);
  const covered = value.replace(/^([a-z]+:\/\/)?([^:@/]*):.*@/i, '$1$2:***@').replace(/([?&]password=)[^&]*/i, '$1***');
  return JSON.stringify(covered);
}

/** Families of settings in which an unknown one is a slip: `SMTP_PASS` ignored means mail refused hours later. */
const families = ['SMTP_', 'S3_'];

function isMisspelt(name: string): boolean {
  return families.some((family) => name.startsWith(family)) && !(name in settings);
}

function describeMisspelt(name: string): ConfigProblem {
  const known = Object.keys(settings).filter((setting) =>
    families.some((family) => name.startsWith(family) && setting.startsWith(family)),
  );
  return { name, message: `is not a setting; known are ${known.join(', ')}` };
}
