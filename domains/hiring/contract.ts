/** Openings and applications as both sides of the wire see them. Browser-safe. */
import * as z from 'zod';
import { catalogueKey } from '#domains/careers/contract';
import { cursor, event, id, page, route } from '#platform/contract';

export * from './contract/feeds.ts';

export const OpeningId = id('Opening');
export const ApplicationId = id('Application');

/** An opening was made, changed, opened or closed (the subject is the opening). */
export const openingChanged = event(
  'opening.changed',
  1,
  z.object({ how: z.enum(['added', 'changed', 'draft', 'open', 'closed']) }),
);
/** Somebody applied (the subject is the application). */
export const applicationReceived = event('application.received', 1, z.object({ openingId: z.uuid() }));
export const stages = ['new', 'talk', 'offer', 'hired', 'declined', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];
/** An application went on (the subject is the application). */
export const applicationMoved = event('application.moved', 1, z.object({ stage: z.enum(stages) }));
/** An application was erased (the subject is the application). */
export const applicationErased = event('application.erased', 1, z.object({ why: z.enum(['asked', 'team', 'time']) }));

/** Pay as the employer states it. */
export const OpeningPay = z
  .object({
    lowMinor: z.number().int().min(0).max(1e12),
    highMinor: z.number().int().min(0).max(1e12),
    currency: z.string().regex(/^[A-Z]{3}$/),
    period: z.enum(['year', 'month', 'hour']),
    /** Where the range comes from, in words: "own bands 2026". */
    source: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .refine(({ lowMinor, highMinor }) => lowMinor <= highMinor, { error: 'The lower end is above the upper end.' });

const fields = z.object({
  role: catalogueKey,
  place: catalogueKey.nullable().default(null),
  title: z.string().trim().min(1).max(160),
  about: z.string().trim().min(1).max(20_000),
  town: z.string().trim().max(120).nullable().default(null),
  where: z.enum(['on-site', 'hybrid', 'remote']),
  hours: z.enum(['full-time', 'part-time', 'temporary']),
  pay: OpeningPay.nullable().default(null),
  closesOn: z.iso.date().nullable().default(null),
});
export type OpeningGiven = z.output<typeof fields>;

export const OpeningView = fields.extend({
  id: z.string(),
  brandId: z.string(),
  state: z.enum(['draft', 'open', 'closed']),
  openedAt: z.iso.datetime().nullable(),
  /** How many applied, up to 999. */
  applied: z.number().int(),
});
export type OpeningView = z.output<typeof OpeningView>;

const access = { permission: 'hiring.manage' } as const;

export const listOpenings = route({
  method: 'GET',
  path: '/api/openings',
  summary: 'Openings of the brands you hire for, the newest first.',
  access,
  query: cursor.extend({ state: z.enum(['draft', 'open', 'closed']).optional() }),
  reply: page(OpeningView),
});

/** An opening as a teammate sees it in My career. */
export const OpenOpening = OpeningView.pick({
  id: true,
  title: true,
  town: true,
  place: true,
  pay: true,
  closesOn: true,
});
export type OpenOpening = z.output<typeof OpenOpening>;

export const listOpenForRole = route({
  method: 'GET',
  path: '/api/open-openings',
  summary: 'What is open today for a role, at the brands you serve: anybody may see it.',
  access: 'signed-in',
  query: z.object({ role: catalogueKey }),
  reply: z.object({ rows: z.array(OpenOpening) }),
});

export const readOpening = route({
  method: 'GET',
  path: '/api/openings/:id',
  summary: 'One opening.',
  access,
  params: z.object({ id: OpeningId }),
  reply: OpeningView,
});

export const addOpening = route({
  method: 'POST',
  path: '/api/openings',
  summary: 'Write an opening; it is a draft until you open it.',
  access,
  body: fields.extend({ id: z.uuid(), brandId: z.uuid().meta({ object: 'Brand' }) }),
  reply: OpeningView,
});

export const changeOpening = route({
  method: 'PUT',
  path: '/api/openings/:id',
  summary: 'Change an opening.',
  access,
  params: z.object({ id: OpeningId }),
  body: fields,
  reply: OpeningView,
});

export const setOpeningState = route({
  method: 'PUT',
  path: '/api/openings/:id/state',
  summary: 'Open an opening for applications, close it, or put it back into the drafts.',
  access,
  params: z.object({ id: OpeningId }),
  body: z.object({ state: z.enum(['draft', 'open', 'closed']) }),
  reply: OpeningView,
});

/** How long an application stays at each stage, in days after the stage began. */
export const keptDays: Readonly<Record<Stage, number>> = {
  new: 365,
  talk: 365,
  offer: 365,
  hired: 180,
  declined: 180,
  withdrawn: 30,
};

/** An application as a list shows it. */
export const ApplicationRow = z.object({
  id: z.string(),
  openingId: z.string(),
  name: z.string(),
  stage: z.enum(stages),
  stageAt: z.iso.datetime(),
  appliedAt: z.iso.datetime(),
  hasCv: z.boolean(),
  /** Results of practice that they show. */
  proofs: z.number().int(),
});
export type ApplicationRow = z.output<typeof ApplicationRow>;

export const ApplicationNote = z.object({
  id: z.string(),
  authorId: z.string().nullable(),
  text: z.string(),
  writtenAt: z.iso.datetime(),
});

export const letterKinds = ['received', 'again', 'invited', 'declined', 'own', 'answer'] as const;
export type LetterKind = (typeof letterKinds)[number];
const letter = z.object({
  subject: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(10_000),
});
export type LetterDraft = z.output<typeof letter>;
const letterGiven = letter.extend({ id: z.uuid(), kind: z.enum(['invited', 'declined', 'own']) });
export type LetterGiven = z.output<typeof letterGiven>;

/** A letter to an applicant, or what they wrote back. */
export const LetterView = letter.extend({
  id: z.string(),
  direction: z.enum(['out', 'in']),
  kind: z.enum(letterKinds),
  authorId: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  /** What became of a letter that leaves; null while it waits. */
  outcome: z.enum(['sent', 'failed', 'not-confirmed']).nullable(),
  outcomeSays: z.string().nullable(),
});
export type LetterView = z.output<typeof LetterView>;

export const ApplicationView = ApplicationRow.extend({
  address: z.string(),
  phone: z.string().nullable(),
  why: z.string(),
  lang: z.string(),
  cvName: z.string().nullable(),
  consentedAt: z.iso.datetime(),
  keepUntil: z.iso.datetime(),
  practice: z.array(
    z.object({
      scenarioTitle: z.string(),
      points: z.number().int(),
      allPoints: z.number().int(),
      passed: z.boolean(),
      link: z.string(),
    }),
  ),
  notes: z.array(ApplicationNote),
  letters: z.array(LetterView),
  /** Other applications for this opening with the same address. */
  sameAddress: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ApplicationView = z.output<typeof ApplicationView>;

export const listApplications = route({
  method: 'GET',
  path: '/api/openings/:id/applications',
  summary: 'Who applied for an opening, the newest first.',
  access,
  params: z.object({ id: OpeningId }),
  query: cursor.extend({ stage: z.enum(stages).optional() }),
  reply: page(ApplicationRow),
});

/** What an erasure removed, by kind: it names nobody, so it may be kept. */
export const ErasureProof = z.object({
  applicationId: z.string(),
  erasedAt: z.iso.datetime(),
  removed: z.record(z.string(), z.number().int()),
});
export type ErasureProof = z.output<typeof ErasureProof>;

const one = z.object({ id: ApplicationId });

export const readApplication = route({
  method: 'GET',
  path: '/api/applications/:id',
  summary: 'An application whole: all that is kept of it. It is also what an export holds.',
  access,
  params: one,
  reply: ApplicationView,
});

export const readCv = route({
  method: 'GET',
  path: '/api/applications/:id/cv',
  summary: 'The CV of an application, as a download.',
  access,
  params: one,
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const moveApplication = route({
  method: 'PUT',
  path: '/api/applications/:id/stage',
  summary: 'Move an application to another stage. Declining sets the date on which it goes.',
  access,
  params: one,
  body: z.object({ stage: z.enum(['new', 'talk', 'offer', 'hired', 'declined']) }),
  reply: ApplicationView,
});

export const noteApplication = route({
  method: 'POST',
  path: '/api/applications/:id/notes',
  summary: 'Write a note on an application. Applicants can ask for it.',
  access,
  params: one,
  body: z.object({ id: z.uuid(), text: z.string().trim().min(1).max(5_000) }),
  reply: ApplicationView,
});

export const draftLetter = route({
  method: 'GET',
  path: '/api/applications/:id/letter-drafts/:kind',
  summary: 'A letter to an applicant as its template has it, in their language.',
  access,
  params: one.extend({ kind: z.enum(['invited', 'declined']) }),
  reply: letter,
});

export const writeLetter = route({
  method: 'POST',
  path: '/api/applications/:id/letters',
  summary: 'Write to an applicant: by mail where a line of the brand sends mail, and on their page in any case.',
  access,
  params: one,
  body: letterGiven,
  reply: ApplicationView,
});

export const eraseApplication = route({
  method: 'DELETE',
  path: '/api/applications/:id',
  summary: 'Erase an application with its CV and notes; the answer is the proof of what was removed.',
  access,
  params: one,
  reply: ErasureProof,
});
