import * as z from 'zod';
import { event, id, route } from '#platform/contract';

/** What lines, contacts and threads of this channel carry. */
export const channelKind = 'voice';

export const CallId = id('Call');
const time = z.iso.datetime();

/** `ringing` until somebody answers; `done` after the wrap-up, or when nobody answered and it is over. */
export const callStates = ['ringing', 'talking', 'held', 'wrap-up', 'done'] as const;
export const CallState = z.enum(callStates);
export type CallState = z.output<typeof CallState>;

/** What a reader may do with a call; no screen decides. */
export const callCan = ['answer', 'decline', 'hold', 'resume', 'end', 'wrap-up', 'hang-up-as-caller'] as const;

/** A call as one reader sees it. */
export const CallView = z.object({
  id: CallId,
  version: z.number().int(),
  state: CallState,
  /** How it went, once it is over. */
  outcome: z.enum(['answered', 'abandoned', 'missed']).nullable(),
  /** No telephone is behind it: nothing is heard. */
  simulated: z.boolean(),
  conversation: z.object({ id: z.string(), number: z.number().int() }),
  customer: z.object({ id: z.string(), name: z.string() }),
  fromNumber: z.string(),
  toNumber: z.string(),
  brandId: z.string(),
  queueId: z.string().nullable(),
  queueName: z.string().nullable(),
  /** Why they call, as far as anybody said. */
  subject: z.string(),
  /** How we know who it is, and whether this call joined a matter that was open. */
  match: z.object({ by: z.enum(['number', 'new']), joinedOpenConversation: z.boolean() }),
  startedAt: time,
  /** To whom it rings now, and until when; null while it waits for somebody to be free. */
  offer: z.object({ teammateId: z.string(), offeredAt: time, until: time }).nullable(),
  answeredAt: time.nullable(),
  answeredBy: z.string().nullable(),
  heldAt: time.nullable(),
  endedAt: time.nullable(),
  endedBy: z.enum(['customer', 'teammate', 'system']).nullable(),
  wrappedUpAt: time.nullable(),
  can: z.array(z.enum(callCan)),
});
export type CallView = z.output<typeof CallView>;

const take = { permission: 'calls.take' } as const;
const call = z.object({ id: CallId });

export const listCalls = route({
  method: 'GET',
  path: '/api/calls',
  summary: 'Calls that ring, are spoken or wait for their wrap-up (live), or the latest that are over (done).',
  access: take,
  query: z.object({
    state: z.enum(['live', 'done']).default('live'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ rows: z.array(CallView) }),
});

export const readMyCall = route({
  method: 'GET',
  path: '/api/calls/mine',
  summary: 'The call you are in, that waits for your wrap-up, or that rings for you.',
  access: take,
  reply: z.object({ call: CallView.nullable() }),
});

export const readCall = route({
  method: 'GET',
  path: '/api/calls/:id',
  summary: 'One call with what you may do with it.',
  access: take,
  params: call,
  reply: CallView,
});

export const answerCall = route({
  method: 'PUT',
  path: '/api/calls/:id/answer',
  summary: 'Answer: the first one has it; anybody later is told who was faster.',
  access: take,
  params: call,
  reply: CallView,
});

export const declineCall = route({
  method: 'DELETE',
  path: '/api/calls/:id/offer',
  summary: 'Decline: it goes to the next teammate who is free.',
  access: take,
  params: call,
  reply: CallView,
});

export const holdCall = route({
  method: 'PUT',
  path: '/api/calls/:id/hold',
  summary: 'Put the customer on hold.',
  access: take,
  params: call,
  reply: CallView,
});

export const resumeCall = route({
  method: 'DELETE',
  path: '/api/calls/:id/hold',
  summary: 'Go on talking after a hold.',
  access: take,
  params: call,
  reply: CallView,
});

export const endCall = route({
  method: 'PUT',
  path: '/api/calls/:id/end',
  summary: 'End the call; the wrap-up begins.',
  access: take,
  params: call,
  reply: CallView,
});

export const wrapUpCall = route({
  method: 'PUT',
  path: '/api/calls/:id/wrap-up',
  summary: 'Say what it was about and note the rest; after that you are free again.',
  access: take,
  params: call,
  body: z.object({
    reasonId: z.uuid().nullable().default(null),
    /** The note goes into the conversation under the id the client gave it. */
    note: z.object({ id: z.uuid(), text: z.string().trim().min(1).max(20_000) }).optional(),
  }),
  reply: z.object({
    call: CallView,
    talkSeconds: z.number().int(),
    holdSeconds: z.number().int(),
    wrapUpSeconds: z.number().int(),
  }),
});

export const simulateCall = route({
  method: 'POST',
  path: '/api/simulated-calls',
  summary: 'Let a simulated caller ring one of the lines: for the demo, practice and tests. No telephone is involved.',
  access: { permission: 'calls.simulate' },
  body: z.object({
    id: CallId,
    /** The line that rings; without it, the only one there is. */
    lineId: z.uuid().optional(),
    number: z
      .string()
      .trim()
      .regex(/^\+?[0-9][0-9 ()/.-]{2,30}$/, 'must be a telephone number such as +49 30 901820'),
    name: z.string().trim().max(300).optional(),
    subject: z.string().trim().max(300).default(''),
  }),
  reply: CallView,
});

export const hangUpSimulatedCall = route({
  method: 'PUT',
  path: '/api/simulated-calls/:id/end',
  summary: 'The simulated caller hangs up: before somebody answered, or after.',
  access: { permission: 'calls.simulate' },
  params: call,
  reply: CallView,
});

const uuid = z.uuid();

/** A call rings for a teammate (the subject is the call). */
export const callOffered = event('call.offered', 1, z.object({ contactId: uuid, teammateId: uuid, until: time }));

/** An offer ended without an answer by this teammate. */
export const callOfferOver = event(
  'call.offer-over',
  1,
  z.object({ contactId: uuid, teammateId: uuid, how: z.enum(['declined', 'lapsed', 'withdrawn']) }),
);

export const callHeld = event('call.held', 1, z.object({ contactId: uuid, teammateId: uuid }));
export const callResumed = event('call.resumed', 1, z.object({ contactId: uuid, teammateId: uuid }));
