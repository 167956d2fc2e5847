import * as z from 'zod';
import { cursor, ownWords, page, route } from '#platform/contract';
import { ComparisonFigures } from './comparison-routes.ts';
import { LineId, MailId } from './ids.ts';

export const fates = ['received', 'opened', 'threaded', 'parked', 'refused', 'duplicate'] as const;
export const Fate = z.enum(fates);
export type Fate = z.output<typeof Fate>;

/** What became of a mail as readers tell it apart: of the parked, only `parked` waits for somebody. */
export const mailKinds = [
  'opened',
  'threaded',
  'parked',
  'automatic',
  'list',
  'bounce',
  'duplicate',
  'never',
  'left',
  'test',
  'refused',
  'received',
] as const;
export const MailKind = z.enum(mailKinds);
export type MailKind = z.output<typeof MailKind>;

/** One mail of the ledger: when and how it came, and what became of it, in words. */
export const LedgerRow = z.object({
  id: z.string(),
  lineId: z.string(),
  door: z.enum(['imap', 'smtp', 'lmtp', 'import']),
  arrivedAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  from: z.string().nullable(),
  subject: z.string().nullable(),
  sizeBytes: z.number().int(),
  fate: Fate,
  kind: MailKind,
  /** Why it was set aside, as a word. */
  reason: z.string().nullable(),
  why: ownWords(z.string()),
  /** How many conversations a parked one fits; with several somebody chooses. */
  fits: z.number().int(),
  conversationId: z.string().nullable(),
  /** Of its conversation, where the reader may see it. */
  number: z.number().int().nullable(),
  entryId: z.string().nullable(),
  settledAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['recover', 'leave'])),
});
export type LedgerRow = z.output<typeof LedgerRow>;

/** A sign that was weighed when the mail was placed. */
const Sign = z.object({ sign: z.string(), seen: z.string() });

/** Whether its sender is who the mail says, in a word and in a sentence, with what each check gave. */
const SenderBadge = z.object({
  verdict: z.enum(['pass', 'fail', 'none', 'unknown']),
  says: ownWords(z.string()),
  spf: z.string().optional(),
  dkim: z.string().optional(),
  dmarc: z.string().optional(),
  arc: z.string().optional(),
});

/** A conversation that its signs lead to and that the reader may see: where it can be put. */
const MailPlace = z.object({
  conversationId: z.string(),
  number: z.number().int(),
  subject: z.string(),
  isClosed: z.boolean(),
  lastEntryAt: z.iso.datetime(),
});

export const LedgerMail = LedgerRow.extend({
  messageId: z.string().nullable(),
  sender: SenderBadge.nullable(),
  /** The list that sent it, by its id. */
  list: z.string().nullable(),
  signs: z.array(Sign),
  places: z.array(MailPlace),
  /** The reader may say what is always done with such mails. */
  mayRule: z.boolean(),
  /** The charset a person said it is written in; null: as the mail itself says. */
  readAs: z.string().nullable(),
  mayRead: z.boolean(),
  /** What it says, as text; null once it was erased. */
  text: z.string().nullable(),
  files: z.number().int(),
  /** The head and beginning of the raw mail as text; the whole comes from `/source`. */
  raw: z.string(),
  rawIsCut: z.boolean(),
});
export type LedgerMail = z.output<typeof LedgerMail>;

/** How many mails of one kind; beyond `countedUpTo` mails nothing is counted. */
const KindCount = z.object({ kind: MailKind, count: z.number().int() });

export const LedgerSummary = z.object({
  since: z.iso.datetime(),
  kinds: z.array(KindCount),
  /** There are more than are counted: the numbers are those of the newest. */
  isCut: z.boolean(),
  /** Parked mails that nobody decided yet; `100` means a hundred or more. */
  waiting: z.number().int(),
  /** How the way in is, and what its host and the ledger had of each other when they were last compared. */
  way: z.object({
    is: z.enum(['mailbox', 'door', 'none']),
    state: z.enum(['good', 'warning', 'bad']),
    says: ownWords(z.string()),
    lastSeenAt: z.iso.datetime().nullable(),
    compared: ComparisonFigures.nullable(),
  }),
});
export type LedgerSummary = z.output<typeof LedgerSummary>;

const read = { permission: 'lines.read' } as const;
const configure = { permission: 'lines.configure' } as const;
const line = z.object({ id: LineId });
const mail = z.object({ id: MailId });
const moment = z.iso.datetime({ offset: true });

const filters = {
  kind: MailKind.optional(),
  since: moment.optional(),
  until: moment.optional(),
  /** Found in sender, subject or message id; three characters or more. */
  text: z.string().trim().min(3).max(200).optional(),
};

export const listLedger = route({
  method: 'GET',
  path: '/api/lines/:id/ledger',
  summary:
    'The mail ledger of a line: every mail that came, with its fate; by kind, time, and a part of who, what or id.',
  access: read,
  params: line,
  query: cursor.extend(filters),
  reply: page(LedgerRow),
});

export const exportLedger = route({
  method: 'GET',
  path: '/api/lines/:id/ledger.csv',
  summary: 'The mail ledger of a line as a table (CSV), by the same kind, time and part as the list; newest first.',
  access: read,
  params: line,
  query: z.object(filters),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const getLedgerSummary = route({
  method: 'GET',
  path: '/api/lines/:id/ledger-summary',
  summary: 'How many mails of a line came since a moment, by what became of them, and how many wait for a decision.',
  access: read,
  params: line,
  query: z.object({ since: moment }),
  reply: LedgerSummary,
});

export const getLedgerMail = route({
  method: 'GET',
  path: '/api/ledger/:id',
  summary: 'One mail of the ledger: what it says, whether its sender is proven, the signs that decided its fate.',
  access: read,
  params: mail,
  reply: LedgerMail,
});

export const getLedgerSource = route({
  method: 'GET',
  path: '/api/ledger/:id/source',
  summary: 'The whole raw mail as it came.',
  access: read,
  params: mail,
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const recoverMail = route({
  method: 'POST',
  path: '/api/ledger/:id/recovery',
  summary: 'Take a parked mail in: where its signs lead, into one of its places, or as a conversation of its own.',
  access: configure,
  params: mail,
  body: z.object({
    /** Who wrote it, where the mail itself names nobody. */
    address: z.email().max(320).optional(),
    name: z.string().max(300).optional(),
    /** One of the places of the mail. */
    conversationId: z.uuid().meta({ object: 'Conversation' }).optional(),
    /** Whatever its signs say, it begins a conversation of its own. */
    apart: z.boolean().optional(),
  }),
  reply: z.object({ conversationId: z.string(), number: z.number().int(), mail: LedgerRow }),
});

/** Charsets that a mail may be read in where its own label is wrong; the names are those of the WHATWG tables. */
export const readCharsets = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-r',
  'iso-8859-2',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
] as const;

export const readMailAs = route({
  method: 'PUT',
  path: '/api/ledger/:id/charset',
  summary:
    'Read a mail in another charset than it says: what it says here and in its conversation follows. Null takes that back.',
  access: configure,
  params: mail,
  body: z.object({ charset: z.enum(readCharsets).nullable() }),
  reply: z.object({ readAs: z.string().nullable(), subject: z.string() }),
});

export const leaveMail = route({
  method: 'POST',
  path: '/api/ledger/:id/left',
  summary: 'Leave a parked mail aside: it waits for nobody any more, stays whole, and can still be taken in.',
  access: configure,
  params: mail,
  reply: LedgerRow,
});
