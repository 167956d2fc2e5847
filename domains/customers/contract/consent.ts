/** What customers agreed to, as both sides of the wire see it. */
import * as z from 'zod';
import { cursor, event, page, route } from '#platform/contract';
import { CustomerId } from './ids.ts';

/** What for. */
export const consentPurposes = ['marketing', 'news', 'surveys', 'recording', 'profiling'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
/** By which way somebody is reached. */
export const consentMedia = ['mail', 'phone', 'message', 'post'] as const;
export type ConsentMedium = (typeof consentMedia)[number];
export const consentStates = ['given', 'withdrawn'] as const;
/** Where the word was said. */
export const consentSources = ['customer', 'form', 'call', 'letter', 'contract', 'unsubscribed', 'import'] as const;

const word = {
  purpose: z.enum(consentPurposes),
  medium: z.enum(consentMedia),
  state: z.enum(consentStates),
  source: z.enum(consentSources),
  /** What proves it, in words: the sentence agreed to, the number of a call, the place of a letter. */
  evidence: z.string().trim().max(2_000).default(''),
};

export const ConsentView = z.object({
  ...word,
  id: z.string(),
  evidence: z.string(),
  saidAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  /** Null: nobody in person, e.g. a form. */
  recordedByName: z.string().nullable(),
  /** The last word of its purpose and medium: the one that counts. */
  isCurrent: z.boolean(),
});
export type ConsentView = z.output<typeof ConsentView>;

const read = { permission: 'customers.read' } as const;
const edit = { permission: 'customers.edit' } as const;
const customer = z.object({ id: CustomerId });

export const readConsent = route({
  method: 'GET',
  path: '/api/customers/:id/consent',
  summary:
    'What a customer agreed to, by purpose and way: the word that counts now. What is not there was never given.',
  access: read,
  params: customer,
  reply: z.object({ rows: z.array(ConsentView) }),
});

export const listConsentHistory = route({
  method: 'GET',
  path: '/api/customers/:id/consent-history',
  summary:
    'Every word a customer gave or took back, the last first, with where it was said, what proves it, and who wrote it down.',
  access: read,
  params: customer,
  query: cursor,
  reply: page(ConsentView),
});

export const recordConsent = route({
  method: 'POST',
  path: '/api/customers/:id/consents',
  summary: 'Write down that a customer agreed, or took it back. The id is made by whoever writes: twice is once.',
  access: edit,
  params: customer,
  body: z.object({
    ...word,
    id: z.uuid(),
    /** When they said so; now where it is left out. */
    saidAt: z.iso.datetime().optional(),
  }),
  reply: z.object({ rows: z.array(ConsentView) }),
});

/** A customer agreed to something or took it back; what they said is not in the history. */
export const consentRecorded = event(
  'customer.consent-recorded',
  1,
  z.object({ purpose: word.purpose, medium: word.medium, state: word.state, source: word.source }),
);
