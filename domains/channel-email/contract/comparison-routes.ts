import * as z from 'zod';
import { ownWords, route } from '#platform/contract';
import { LineId } from './ids.ts';

/** What the mail host and the ledger have of each other, in figures, at a time. */
export const ComparisonFigures = z.object({
  at: z.iso.datetime(),
  /** Mails at the host that are ours to take. */
  atHost: z.number().int(),
  /** Of those without a row here, though we went by them. */
  missing: z.number().int(),
  /** Come after the last one taken: on their way in. */
  onTheWay: z.number().int(),
  /** Rows of the last days whose mail was moved or deleted at the host; ours are whole. */
  gone: z.number().int(),
});
export type ComparisonFigures = z.output<typeof ComparisonFigures>;

/** A mail at the host that has no row here. */
export const ComparedMail = z.object({
  uid: z.number().int(),
  from: z.string().nullable(),
  subject: z.string().nullable(),
  sizeBytes: z.number().int(),
  arrivedAt: z.iso.datetime().nullable(),
});
export type ComparedMail = z.output<typeof ComparedMail>;

export const ComparisonFound = z.object({
  state: z.enum(['compared', 'not-compared']),
  says: ownWords(z.string()),
  missing: z.array(ComparedMail),
  figures: ComparisonFigures.optional(),
});
export type ComparisonFound = z.output<typeof ComparisonFound>;

const configure = { permission: 'lines.configure' } as const;
const line = z.object({ id: LineId });

export const compareLine = route({
  method: 'POST',
  path: '/api/lines/:id/comparison',
  summary:
    'Compare the mailbox of a line with its ledger now, by the host’s own numbers, and name what has no row here.',
  access: configure,
  params: line,
  reply: ComparisonFound,
});

export const takeMissingMails = route({
  method: 'POST',
  path: '/api/lines/:id/comparison/taking',
  summary: 'Take in mails that lie at the host without a row here.',
  access: configure,
  params: line,
  body: z.object({ uids: z.array(z.number().int().min(1).max(4_294_967_295)).min(1).max(50) }),
  reply: ComparisonFound,
});
