import * as z from 'zod';
import { ConversationId } from '#domains/conversations/contract';
import { event, id, route } from '#platform/contract';

export const PolicyId = id('SlaPolicy');

export const clockKinds = ['first-reply', 'next-reply'] as const;
export const ClockKind = z.enum(clockKinds);
export type ClockKind = z.output<typeof ClockKind>;

/** Longest promise, in seconds of business time: a quarter of a year of long days. */
const targetLimitSeconds = 90 * 24 * 3600;
const target = z.number().int().min(60).max(targetLimitSeconds).nullable();

const policyBody = z.object({
  name: z.string().trim().min(1).max(120),
  /** Whose customers it is for; null: every brand. */
  brandId: z.uuid().nullable().default(null),
  /** Which queue; null: every queue. */
  queueId: z.uuid().nullable().default(null),
  /** By which hours; null: the standard calendar. */
  calendarId: z.uuid().nullable().default(null),
  /** The first that fits counts. */
  position: z.number().int().min(0).max(10_000).default(0),
  firstReplySeconds: target,
  nextReplySeconds: target,
});

export const PolicyView = policyBody.extend({ id: PolicyId, can: z.array(z.enum(['change', 'archive'])) });
export type PolicyView = z.output<typeof PolicyView>;

const configure = { permission: 'sla.configure' } as const;

export const listPolicies = route({
  method: 'GET',
  path: '/api/sla-policies',
  summary: 'What we promise, in the order in which policies are tried.',
  access: configure,
  reply: z.object({ rows: z.array(PolicyView) }),
});

export const queueStates = ['good', 'risk', 'bad', 'info'] as const;

export const listQueueStates = route({
  method: 'GET',
  path: '/api/queue-states',
  summary: 'How each queue keeps its own promise: good, at risk (warned), late, or info where nothing is promised.',
  access: { permission: 'conversations.read' },
  reply: z.object({
    rows: z.array(z.object({ queueId: z.string(), state: z.enum(queueStates) })),
    /** The next moment at which one of them changes although nothing happens. */
    changesAt: z.iso.datetime().nullable(),
  }),
});

export const addPolicy = route({
  method: 'POST',
  path: '/api/sla-policies',
  summary: 'Add a policy for a brand, a queue, or all.',
  access: configure,
  body: policyBody.extend({ id: PolicyId }),
  reply: PolicyView,
});

export const changePolicy = route({
  method: 'PUT',
  path: '/api/sla-policies/:id',
  summary: 'Change a policy. Clocks already running keep their promise.',
  access: configure,
  params: z.object({ id: PolicyId }),
  body: policyBody,
  reply: PolicyView,
});

export const archivePolicy = route({
  method: 'DELETE',
  path: '/api/sla-policies/:id',
  summary: 'Archive a policy: nothing new is promised by it.',
  access: configure,
  params: z.object({ id: PolicyId }),
  reply: z.object({}),
});

/** One promise to a customer and what became of it. */
export const ClockView = z.object({
  id: z.string(),
  kind: ClockKind,
  policyName: z.string(),
  state: z.enum(['running', 'met', 'missed', 'withdrawn']),
  targetSeconds: z.number().int(),
  startedAt: z.iso.datetime(),
  warnAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  metAt: z.iso.datetime().nullable(),
  missedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type ClockView = z.output<typeof ClockView>;

export const listClocks = route({
  method: 'GET',
  path: '/api/conversations/:id/clocks',
  summary: 'What was promised in a conversation and what became of it, oldest first.',
  access: { permission: 'conversations.read' },
  params: z.object({ id: ConversationId }),
  reply: z.object({ rows: z.array(ClockView) }),
});

const clock = { clockId: z.uuid(), kind: ClockKind, dueAt: z.iso.datetime() };

/** Three quarters of the time are gone (the subject is the conversation). */
export const slaWarned = event('sla.warned', 1, z.object(clock));
/** The time is over and nobody answered; dated at that time, however late it is noticed. */
export const slaMissed = event('sla.missed', 1, z.object(clock));
/** Somebody answered. */
export const slaMet = event(
  'sla.met',
  1,
  z.object({ ...clock, inTime: z.boolean(), takenSeconds: z.number().int().min(0), teammateId: z.uuid().nullable() }),
);
/** What was promised by a policy changed (the subject is the policy). */
export const slaPolicyChanged = event(
  'sla.policy-changed',
  1,
  z.object({ how: z.enum(['added', 'changed', 'archived']) }),
);
