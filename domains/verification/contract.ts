import * as z from 'zod';
import { ConversationId } from '#domains/conversations/contract';
import { event, id, route } from '#platform/contract';

export const VerificationId = id('Verification');
const time = z.iso.datetime();
const BrandId = z.uuid().meta({ object: 'Brand' });

const way = {
  brandId: BrandId,
  name: z.string().trim().min(1).max(120),
  /** What is asked, in its order. */
  asks: z.array(z.string().trim().min(1).max(300)).min(1).max(10),
  /** What may be said once it was answered right. */
  allows: z.string().trim().min(1).max(500),
  holdsMinutes: z.number().int().min(5).max(1_440),
  /** It holds no longer than the call in which it was checked. */
  endsWithCall: z.boolean(),
};

/** One way to check who somebody is, as a brand has it. */
export const VerificationWay = z.object({ id: z.uuid(), ...way });
export type VerificationWay = z.output<typeof VerificationWay>;

export const VerificationView = z.object({
  id: z.string(),
  whom: z.string(),
  wayName: z.string(),
  allows: z.string(),
  passed: z.boolean(),
  checkedBy: z.string().nullable(),
  checkedAt: time,
  /** Until when it holds; in the past where it was ended or its time is over. */
  until: time,
  endsWithCall: z.boolean(),
});
export type VerificationView = z.output<typeof VerificationView>;

const read = { permission: 'conversations.read' } as const;
const note = { permission: 'conversations.note' } as const;
const configure = { permission: 'settings.configure' } as const;
const conversation = z.object({ conversationId: ConversationId });
const wayId = z.object({ id: z.uuid().meta({ object: 'VerificationWay' }) });
const ways = z.object({ rows: z.array(VerificationWay) });

export const listVerifications = route({
  method: 'GET',
  path: '/api/conversations/:conversationId/verifications',
  summary: 'Who was checked in a conversation, how and until when, the newest first; and the ways its brand has.',
  access: read,
  params: conversation,
  reply: z.object({
    rows: z.array(VerificationView),
    ways: z.array(VerificationWay),
    can: z.array(z.enum(['verify'])),
  }),
});

export const verify = route({
  method: 'POST',
  path: '/api/conversations/:conversationId/verifications',
  summary: 'Say who was checked, by which way, and whether they are who they say; the same one again is written once.',
  access: note,
  params: conversation,
  body: z.object({
    id: z.uuid(),
    wayId: z.uuid().meta({ object: 'VerificationWay' }),
    whom: z.string().trim().min(1).max(160),
    passed: z.boolean(),
  }),
  reply: VerificationView,
});

export const endVerification = route({
  method: 'DELETE',
  path: '/api/verifications/:id',
  summary: 'It holds no longer. Twice is once.',
  access: note,
  params: z.object({ id: VerificationId }),
  reply: VerificationView,
});

export const listWays = route({
  method: 'GET',
  path: '/api/verification-ways',
  summary: 'The ways to check who somebody is, of the brands you serve.',
  access: read,
  reply: ways,
});

export const addWay = route({
  method: 'POST',
  path: '/api/verification-ways',
  summary: 'Add a way of a brand; the same id again is the same one.',
  access: configure,
  body: VerificationWay,
  reply: ways,
});

export const changeWay = route({
  method: 'PUT',
  path: '/api/verification-ways/:id',
  summary: 'Change a way; what was checked by it stays as it was.',
  access: configure,
  params: wayId,
  body: z.object(way),
  reply: ways,
});

export const removeWay = route({
  method: 'DELETE',
  path: '/api/verification-ways/:id',
  summary: 'Remove a way; what was checked by it stays.',
  access: configure,
  params: wayId,
  reply: ways,
});

/** Somebody was checked (the subject is the conversation). */
export const callerVerified = event(
  'caller.verified',
  1,
  z.object({ verificationId: z.uuid(), wayId: z.uuid(), how: z.enum(['passed', 'failed']), until: time }),
);
/** It holds no longer (the subject is the conversation). */
export const verificationEnded = event(
  'caller.verification-ended',
  1,
  z.object({ verificationId: z.uuid(), how: z.enum(['by-hand', 'call-ended']) }),
);
