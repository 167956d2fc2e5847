import * as z from 'zod';
import { id, ownWords, route } from '#platform/contract';
import { LineId } from './ids.ts';

export const MailTestId = id('MailTest');

/** One step of a test: when it was taken, or null while it is waited for; what is known of it in words. */
const TestStep = z.object({
  step: z.enum(['sent', 'accepted', 'arrived', 'fetched', 'settled']),
  at: z.iso.datetime().nullable(),
  says: ownWords(z.string()),
});

/** A mail that a line sends to itself, and how far it came. */
export const MailTest = z.object({
  id: z.string(),
  lineId: z.string(),
  state: z.enum(['under-way', 'arrived', 'failed']),
  begunAt: z.iso.datetime(),
  steps: z.array(TestStep),
  /** Why it went no further, and what to do. */
  failure: z.string().nullable(),
  ledgerId: z.string().nullable(),
  /** Position in the stream of changes: how many steps were taken. */
  version: z.number().int(),
});
export type MailTest = z.output<typeof MailTest>;

const configure = { permission: 'lines.configure' } as const;
const line = z.object({ id: LineId });

export const beginMailTest = route({
  method: 'POST',
  path: '/api/lines/:id/mail-tests',
  summary: 'Send a mail from a line to its own address; what becomes of it is told as it happens.',
  access: configure,
  params: line,
  reply: MailTest,
});

export const getMailTest = route({
  method: 'GET',
  path: '/api/mail-tests/:id',
  summary: 'How far a test mail came: sent, accepted, arrived at its host, fetched, and its fate, each with its time.',
  access: configure,
  params: z.object({ id: MailTestId }),
  reply: MailTest,
});

/** One part of a line and how it is, in words. */
const PartState = z.object({
  state: z.enum(['good', 'warning', 'bad', 'off']),
  says: ownWords(z.string()),
  at: z.iso.datetime().nullable(),
});

export const getMailState = route({
  method: 'GET',
  path: '/api/lines/:id/mail-state',
  summary:
    'How each part of an e-mail line is, in words: the way in, the last mail, the way out, and the consent where it signs in by one.',
  access: { permission: 'lines.read' },
  params: line,
  reply: z.object({
    in: PartState,
    lastMailAt: z.iso.datetime().nullable(),
    out: PartState,
    /** Null where the line signs in by a password. */
    consent: PartState.nullable(),
    waiting: z.number().int(),
  }),
});

/** Something a domain should say in the DNS. */
export const DnsRecord = z.object({
  id: z.enum(['mx', 'spf', 'dkim', 'dmarc', 'return-path']),
  type: z.enum(['MX', 'TXT']),
  /** The name it stands under. */
  name: z.string(),
  /** What to set there; null where the mail host gives it, or nothing is to be set. */
  set: z.string().nullable(),
  /** What stands there now. */
  found: z.array(z.string()).readonly(),
  state: z.enum(['good', 'warning', 'bad', 'unknown']),
  says: ownWords(z.string()),
});
export type DnsRecord = z.output<typeof DnsRecord>;

const records = z.object({ domain: z.string(), checkedAt: z.iso.datetime(), rows: z.array(DnsRecord) });

export const checkLineDns = route({
  method: 'GET',
  path: '/api/lines/:id/dns',
  summary:
    'What the domain of a line should say in the DNS (MX, SPF, DKIM, DMARC, return path): what to set, what is found now, and what that means.',
  access: configure,
  params: line,
  reply: records,
});

export const lookAtLineDns = route({
  method: 'POST',
  path: '/api/lines/:id/dns-checks',
  summary: 'Look at the DNS records of a line now, as the hourly look does: the state of the line follows.',
  access: configure,
  params: line,
  reply: records,
});
