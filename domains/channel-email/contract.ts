import * as z from 'zod';
import { ownWords, route } from '#platform/contract';
import { LineId } from './contract/ids.ts';
import { PastCounts } from './contract/mailbox-routes.ts';

export * from './contract/comparison-routes.ts';
export * from './contract/ids.ts';
export * from './contract/ledger-routes.ts';
export * from './contract/mailbox-routes.ts';
export * from './contract/rule-routes.ts';
export * from './contract/try-routes.ts';

/** Largest mail taken in or sent, in bytes: beyond it the host keeps the whole and we keep its beginning. */
export const mailLimitBytes = 50 * 1024 * 1024;

const host = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  /** TLS from the first byte; otherwise STARTTLS, which is demanded before a password leaves this machine. */
  secure: z.boolean(),
});

/** By a password that is kept, or by a consent that was given to us at the provider (OAuth2). */
const signIn = z.enum(['password', 'oauth']).default('password');
const address = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .or(z.literal(''));

/** Where consent and tokens of a mailbox come from; what is empty is that of the preset. */
const oauth = z.object({
  provider: z.enum(['google', 'microsoft', 'other']),
  clientId: z.string().trim().min(1).max(500),
  authorizeUrl: address.default(''),
  tokenUrl: address.default(''),
  scopes: z.string().trim().max(2_000).default(''),
});

/** How an e-mail line is reached: each part is optional, a line without any only keeps its history. */
export const MailLineSettings = z.object({
  imap: host
    .extend({ user: z.string().trim().min(1).max(320), folder: z.string().min(1).max(500).default('INBOX'), signIn })
    .optional()
    .meta({ title: 'Incoming mail' }),
  smtp: host
    .extend({ user: z.string().trim().max(320).default(''), signIn })
    .optional()
    .meta({ title: 'Outgoing mail' }),
  oauth: oauth.optional(),
  /** Most mails one address may send in an hour before it is held back; 0 sets no budget. */
  budgetPerHour: z.number().int().min(0).max(10_000).default(100),
  /** Most mails that leave by this line in a minute, evenly apart; 0 sets no bound. */
  sendPerMinute: z.number().int().min(0).max(6_000).default(0),
  /** From whom mails are: words with `{teammate}`, `{first}`, `{brand}` and `{line}` filled in; empty is the line's name. */
  fromName: z.string().trim().max(200).default(''),
  signature: z.string().max(5_000).default(''),
  /** Around every reply, where it holds `{reply}`; also `{customer}`, `{teammate}`, `{first}`, `{line}`, `{brand}`, `{number}`. */
  replyTemplate: z.string().max(5_000).default(''),
  /** Our own SMTP door takes the mail of this address. */
  door: z.boolean().default(false),
  /** The name of the key that the mail host signs with, where a test does not show it. */
  dkimSelector: z
    .string()
    .trim()
    .max(200)
    .regex(/^[A-Za-z0-9._-]*$/)
    .default(''),
});
export type MailLineSettings = z.output<typeof MailLineSettings>;

export const MailboxView = z.object({
  lineId: z.string(),
  name: z.string(),
  address: z.string(),
  state: z.enum(['new', 'connected', 'waiting', 'failing', 'off']),
  says: ownWords(z.string()),
  since: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime().nullable(),
  lastMailAt: z.iso.datetime().nullable(),
  /** Parked mails that nobody decided yet; `100` means a hundred or more. */
  parked: z.number().int(),
});
export type MailboxView = z.output<typeof MailboxView>;

/** How a line signs in at its host by consent; the tokens themselves are never shown. */
export const SignInView = z.object({
  state: z.enum(['none', 'good', 'refused']),
  says: ownWords(z.string()),
  givenAt: z.iso.datetime().nullable(),
  /** The address to enter at the provider as the one it may send the browser back to. */
  redirectUri: z.string(),
});
export type SignInView = z.output<typeof SignInView>;

/** What a try found, in words; it changes nothing. */
const Found = z.object({ state: z.enum(['good', 'bad', 'off']), says: ownWords(z.string()) });

const read = { permission: 'lines.read' } as const;
const configure = { permission: 'lines.configure' } as const;
const line = z.object({ id: LineId });

export const listMailboxes = route({
  method: 'GET',
  path: '/api/mailboxes',
  summary: 'The e-mail lines you may see, each with the state of its mailbox in words.',
  access: read,
  reply: z.object({ rows: z.array(MailboxView) }),
});

export const testConnection = route({
  method: 'POST',
  path: '/api/lines/:id/connection-test',
  summary: 'Try the mailbox and the outgoing server of a line, and say in words what was found. Changes nothing.',
  access: configure,
  params: line,
  body: z.object({
    /** Settings not saved yet; those of the line where absent. */
    settings: MailLineSettings.optional(),
    imapPassword: z.string().max(2_000).optional(),
    smtpPassword: z.string().max(2_000).optional(),
  }),
  reply: z.object({
    imap: Found,
    smtp: Found,
    /** What lies in the mailbox already; null where it could not be looked into. */
    past: PastCounts.nullable(),
  }),
});

export const sendTestMail = route({
  method: 'POST',
  path: '/api/lines/:id/test-mail',
  summary: 'Send a short test mail from a line.',
  access: configure,
  params: line,
  body: z.object({ to: z.email().max(320) }),
  reply: Found,
});

export const getSignIn = route({
  method: 'GET',
  path: '/api/lines/:id/mail-consent',
  summary: 'Whether a line has a consent (OAuth2) to sign in at its mail host, and how that is.',
  access: configure,
  params: line,
  reply: SignInView,
});

export const askConsent = route({
  method: 'POST',
  path: '/api/lines/:id/mail-consent',
  summary: 'Begin to give a line consent at its provider: the address to open in this browser.',
  access: configure,
  params: line,
  reply: z.object({ url: z.string() }),
});

export const takeConsent = route({
  method: 'POST',
  path: '/api/mail-consents',
  summary: 'Bring what the provider answered to a consent; good once, and only in the browser that asked.',
  access: configure,
  body: z.object({
    state: z.string().min(20).max(200),
    code: z.string().max(8_000).optional(),
    error: z.string().max(500).optional(),
  }),
  reply: z.object({ lineId: z.string(), signIn: SignInView }),
});

export const forgetConsent = route({
  method: 'DELETE',
  path: '/api/lines/:id/mail-consent',
  summary: 'Forget the consent of a line: it signs in no more.',
  access: configure,
  params: line,
  reply: SignInView,
});

export const readLetter = route({
  method: 'GET',
  path: '/api/lines/:id/letter',
  summary: 'How a mail of yours on a line looks around your words: from whom, the line’s template, what signs it.',
  access: { permission: 'conversations.reply' },
  params: line,
  reply: z.object({
    fromName: z.string(),
    fromAddress: z.string(),
    /** What the template and signatures name in braces; the customer and the number are the conversation's. */
    facts: z.object({
      teammate: z.string(),
      first: z.string(),
      customer: z.string(),
      line: z.string(),
      brand: z.string(),
      number: z.string(),
    }),
    template: z.string(),
    lineSignature: z.string(),
    /** What signs it now: yours for the brand, else yours for all, else the line's. */
    signature: z.string(),
  }),
});

/** One of a teammate's own signatures; without a brand it is for all that have none. */
const SignatureView = z.object({ brandId: z.uuid().meta({ object: 'Brand' }).nullable(), text: z.string().max(5_000) });

export const listSignatures = route({
  method: 'GET',
  path: '/api/signatures/mine',
  summary: 'What you sign your mails with: for all brands, and where a brand has its own.',
  access: 'signed-in',
  reply: z.object({ rows: z.array(SignatureView) }),
});

export const setSignature = route({
  method: 'PUT',
  path: '/api/signatures/mine',
  summary: 'Set one of your signatures; an empty one is taken away, and that of the line holds again.',
  access: 'signed-in',
  body: SignatureView,
  reply: z.object({ rows: z.array(SignatureView) }),
});

const publicName = z.object({ name: z.string().trim().max(120) });

export const getPublicName = route({
  method: 'GET',
  path: '/api/public-names/mine',
  summary: 'How customers read your name in mails; empty where it is the name you have here.',
  access: 'signed-in',
  reply: publicName,
});

export const setPublicName = route({
  method: 'PUT',
  path: '/api/public-names/mine',
  summary: 'Set how customers read your name in mails; an empty one is taken away.',
  access: 'signed-in',
  body: publicName,
  reply: publicName,
});
