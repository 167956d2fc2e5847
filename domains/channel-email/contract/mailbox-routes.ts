import * as z from 'zod';
import { ownWords, route } from '#platform/contract';
import { LineId } from './ids.ts';

/** Taking in what lay in a mailbox before its line, as history: how far it came. */
export const PastMail = z.object({
  lineId: z.string(),
  /** `none`: nobody asked for it. */
  state: z.enum(['none', 'under-way', 'done', 'stopped']),
  /** Only what arrived since; null: all there is. */
  since: z.iso.datetime().nullable(),
  askedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** How many mails there are; null until the host was asked. */
  found: z.number().int().nullable(),
  /** Of them: messages of conversations; set aside with a reason; here already by another way. */
  taken: z.number().int(),
  aside: z.number().int(),
  known: z.number().int(),
  /** Why it does not go on right now; empty where nothing is in its way. */
  says: ownWords(z.string()),
  version: z.number().int(),
});
export type PastMail = z.output<typeof PastMail>;

/** How many read mails a mailbox holds from before its line. */
export const PastCounts = z.object({
  all: z.number().int(),
  days30: z.number().int(),
  days7: z.number().int(),
  /** Not read yet: these come in as new mail, whatever is chosen. */
  unread: z.number().int(),
});
export type PastCounts = z.output<typeof PastCounts>;

const Server = z.object({ host: z.string(), port: z.number().int(), secure: z.boolean() });

/** Where the mailbox of an address is likely to be; only a sign-in proves it. */
export const FoundServers = z.object({
  /** How it is known: the domain says so, its mail host is known, by the usual names; or nothing was found. */
  by: z.enum(['said', 'host', 'name', 'nothing']),
  imap: Server.nullable(),
  smtp: Server.nullable(),
});
export type FoundServers = z.output<typeof FoundServers>;

const configure = { permission: 'lines.configure' } as const;
const line = z.object({ id: LineId });

export const findMailServers = route({
  method: 'GET',
  path: '/api/mail-servers',
  summary: 'Find the mailbox and outgoing server of an address, by what the DNS says of its domain.',
  access: configure,
  query: z.object({ address: z.email().max(320) }),
  reply: FoundServers,
});

export const beginPastMail = route({
  method: 'POST',
  path: '/api/lines/:id/past-mail',
  summary:
    'Take in the read mails that lay in the mailbox before this line, as closed conversations. Nothing is promised, told or answered for them, and nothing changes at the host.',
  access: configure,
  params: line,
  body: z.object({
    /** Of the last so many days; null takes all. */
    days: z.number().int().min(1).max(36_500).nullable(),
  }),
  reply: PastMail,
});

export const getPastMail = route({
  method: 'GET',
  path: '/api/lines/:id/past-mail',
  summary: 'How far taking in the mail from before a line came.',
  access: configure,
  params: line,
  reply: PastMail,
});

export const stopPastMail = route({
  method: 'DELETE',
  path: '/api/lines/:id/past-mail',
  summary: 'Stop taking in mail from before a line; what is in stays, and it can be gone on with later.',
  access: configure,
  params: line,
  reply: PastMail,
});
