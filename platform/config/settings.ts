import * as z from 'zod';

/** One variable of the environment: what it may hold, and what to show a person who got it wrong. */
type Setting = { schema: z.ZodType; example: string; secret?: true };

const port = (lowest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number')
    .transform(Number)
    .refine((value) => value >= lowest && value <= 65_535, `must be between ${lowest} and 65535`);

const url = (protocols: readonly string[], kind: string) =>
  z.string().refine((value) => {
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    return parsed !== undefined && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  }, `must be ${kind}`);

const databaseUrl = url(['postgres:', 'postgresql:'], 'the address of a PostgreSQL database').refine(
  (value) => !URL.canParse(value) || new URL(value).pathname.length > 1,
  'must name a database after the host',
);

const publicUrl = url(['http:', 'https:'], 'a web address that starts with http:// or https://')
  .refine(
    (value) => !URL.canParse(value) || (new URL(value).pathname === '/' && new URL(value).search === ''),
    'must be an address without a path: Rapport serves from the root of its host',
  )
  .transform((value) => value.replace(/\/$/, ''));

const hostName = z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address');
const mailAddress = z
  .string()
  .regex(/^([^<>@]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'must be a mail address, with a name if you like');

/** Every setting the program reads from its environment. Order is the order of `.env.example`. */
export const settings = {
  DATABASE_URL: { schema: databaseUrl, example: 'postgres://rapport:secret@db.example.com:5432/rapport', secret: true },
  PORT: { schema: port(0), example: '3000' },
  HOST: { schema: hostName, example: '0.0.0.0' },
  DATA_DIR: { schema: z.string(), example: '/var/lib/rapport' },
  SECRET_KEY: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9+/_=-]{32,256}$/, 'must be 32 to 256 letters and digits (openssl rand -base64 32)'),
    example: 'kP0vJ4m1s8XcQ2wYzB7nL5tR9uH3eG6a',
    secret: true,
  },
  PUBLIC_URL: { schema: publicUrl, example: 'https://service.example.com' },
  SMTP_HOST: { schema: hostName, example: 'smtp.example.com' },
  SMTP_PORT: { schema: port(1), example: '587' },
  SMTP_USER: { schema: z.string(), example: 'rapport@example.com' },
  SMTP_PASSWORD: { schema: z.string(), example: 'a-long-password', secret: true },
  SMTP_FROM: { schema: mailAddress, example: 'Fernhill <hello@example.com>' },
  SMTP_SECURE: { schema: z.enum(['true', 'false'], 'must be true or false'), example: 'true' },
  SMTP_DOOR_PORT: { schema: port(0), example: '2525' },
  SMTP_DOOR_CERT: { schema: z.string(), example: '/etc/rapport/fullchain.pem' },
  SMTP_DOOR_KEY: { schema: z.string(), example: '/etc/rapport/privkey.pem' },
  SMTP_DOOR_TLS_PORT: { schema: port(1), example: '465' },
  DNS_SERVERS: {
    schema: z
      .string()
      .regex(/^[0-9A-Fa-f.:[\]]+(,\s*[0-9A-Fa-f.:[\]]+)*$/, 'must be addresses of name servers, with a comma between'),
    example: '9.9.9.9, 127.0.0.1:5353',
  },
  FETCH_PRIVATE_HOSTS: {
    schema: z
      .string()
      .regex(/^[\w.-]+:\d{1,5}(,\s*[\w.-]+:\d{1,5})*$/, 'must be hosts with their port, with a comma between'),
    example: 'jobs.intranet.example:443',
  },
  MAIL_PRIVATE_HOSTS: {
    schema: z
      .string()
      .regex(
        /^(any|none|[\w.[\]-]+:\d{1,5}(,\s*[\w.[\]-]+:\d{1,5})*)$/,
        'must be any, none, or hosts with their port, with a comma between',
      ),
    example: 'mail.intranet.example:993, mail.intranet.example:587',
  },
  S3_BUCKET: {
    schema: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'),
    example: 'rapport-files',
  },
  S3_REGION: { schema: z.string().regex(/^[a-z0-9-]+$/, 'must be the name of a region'), example: 'eu-central-1' },
  S3_ENDPOINT: {
    schema: url(['http:', 'https:'], 'the address of an S3-compatible store'),
    example: 'https://s3.example.com',
  },
  S3_ACCESS_KEY_ID: { schema: z.string(), example: 'rapport' },
  S3_SECRET_ACCESS_KEY: { schema: z.string(), example: 'a-long-secret', secret: true },
  REDIS_URL: {
    schema: url(['redis:', 'rediss:'], 'the address of a Redis or Valkey server'),
    example: 'redis://:secret@redis.example.com:6379',
    secret: true,
  },
  ROLE: { schema: z.enum(['all', 'server', 'worker'], 'must be all, server or worker'), example: 'all' },
  LOG_LEVEL: {
    schema: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be trace, debug, info, warn, error, fatal or silent',
    ),
    example: 'info',
  },
  METRICS_TOKEN: {
    schema: z.string().regex(/^[\x21-\x7e]{16,256}$/, 'must be 16 to 256 characters without spaces'),
    example: 'a-long-word-that-prometheus-knows',
    secret: true,
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** The one schema: each variable is text, and each may be absent. */
export const environment = z
  .object(
    Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema.optional()])) as {
      [Name in SettingName]: z.ZodOptional<(typeof settings)[Name]['schema']>;
    },
  )
  .check((context) => {
    const { value } = context;
    const needs = (name: SettingName, message: string) =>
      context.issues.push({ code: 'custom', path: [name], message, input: value[name] });

    if ((value.ROLE === 'server' || value.ROLE === 'worker') && value.DATABASE_URL === undefined)
      needs('DATABASE_URL', `is needed when ROLE is ${value.ROLE}: the built-in database serves one process only`);
    if (value.SMTP_HOST !== undefined && value.SMTP_FROM === undefined)
      needs('SMTP_FROM', 'is needed when SMTP_HOST is given: every mail has a sender');
    if (value.S3_BUCKET !== undefined && value.S3_REGION === undefined)
      needs('S3_REGION', 'is needed when S3_BUCKET is given');
    if (value.S3_ENDPOINT !== undefined && value.S3_BUCKET === undefined)
      needs('S3_BUCKET', 'is needed when S3_ENDPOINT is given');
    if ((value.S3_ACCESS_KEY_ID === undefined) !== (value.S3_SECRET_ACCESS_KEY === undefined)) {
      const absent = value.S3_ACCESS_KEY_ID === undefined ? 'S3_ACCESS_KEY_ID' : 'S3_SECRET_ACCESS_KEY';
      needs(absent, 'is needed: a key has an id and a secret');
    }
    if ((value.SMTP_DOOR_CERT === undefined) !== (value.SMTP_DOOR_KEY === undefined)) {
      const absent = value.SMTP_DOOR_CERT === undefined ? 'SMTP_DOOR_CERT' : 'SMTP_DOOR_KEY';
      needs(absent, 'is needed: a certificate has a key');
    }
    if (value.SMTP_DOOR_TLS_PORT !== undefined && value.SMTP_DOOR_CERT === undefined)
      needs('SMTP_DOOR_CERT', 'is needed when SMTP_DOOR_TLS_PORT is given');
    if (value.SMTP_USER !== undefined && value.SMTP_PASSWORD === undefined)
      needs('SMTP_PASSWORD', 'is needed when SMTP_USER is given');
  });
