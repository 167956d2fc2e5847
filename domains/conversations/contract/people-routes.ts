import * as z from 'zod';
import { route } from '#platform/contract';
import { conversation, read, TeammateId } from './parts.ts';
import { ConversationId, ConversationView } from './views.ts';

const TeamId = z.uuid().meta({ object: 'Team' });
/** Most people, and most teams, let in to one conversation. */
const guestLimit = 200;

export const ConfidenceView = z.object({
  confidential: z.boolean(),
  since: z.iso.datetime().nullable(),
  by: z.string().nullable(),
  teammateIds: z.array(z.string()),
  teamIds: z.array(z.string()),
});
export type ConfidenceView = z.output<typeof ConfidenceView>;

export const getConfidence = route({
  method: 'GET',
  path: '/api/conversations/:id/confidence',
  summary: 'Whether a conversation is confidential, and who was let in.',
  access: read,
  params: conversation,
  reply: ConfidenceView,
});

export const confideConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/confidence',
  summary: 'Make it confidential, and say who may see it beside its assignee and yourself.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({
    teammateIds: z.array(TeammateId).max(guestLimit).default([]),
    teamIds: z.array(TeamId).max(guestLimit).default([]),
  }),
  reply: ConversationView,
});

export const unconfideConversation = route({
  method: 'DELETE',
  path: '/api/conversations/:id/confidence',
  summary: 'Open a confidential conversation to its team again.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  reply: ConversationView,
});

export const withdrawPromise = route({
  method: 'DELETE',
  path: '/api/conversations/:id/promises/:promiseId',
  summary: 'Take a promise back: it binds nobody any more.',
  access: { permission: 'conversations.note' },
  params: z.object({ id: ConversationId, promiseId: z.uuid().meta({ object: 'Promise' }) }),
  reply: ConversationView,
});

const follower = z.object({ id: ConversationId, teammateId: TeammateId });

export const followConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/followers/:teammateId',
  summary: 'Let a teammate follow: they hear what the customer writes, without it being their work.',
  access: read,
  params: follower,
  reply: ConversationView,
});

export const unfollowConversation = route({
  method: 'DELETE',
  path: '/api/conversations/:id/followers/:teammateId',
  summary: 'Follow no more.',
  access: read,
  params: follower,
  reply: ConversationView,
});
