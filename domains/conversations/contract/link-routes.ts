import * as z from 'zod';
import { ownWords, route } from '#platform/contract';
import { conversation, read, textLimit } from './parts.ts';
import { ConversationId, StatusCategory } from './views.ts';

/** What one conversation is to another, each beside its inverse. */
export const linkRelations = [
  'duplicates',
  'duplicated-by',
  'part-of',
  'has-part',
  'caused-by',
  'causes',
  'follows',
  'followed-by',
  'blocks',
  'blocked-by',
  'relates-to',
] as const;
export const LinkRelation = z.enum(linkRelations);
export type LinkRelation = z.output<typeof LinkRelation>;

/** How far one answer to all incidents of a problem is. */
export const FanOutView = z.object({
  id: z.string(),
  then: z.enum(['stay', 'wait', 'close']),
  hasText: z.boolean(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  total: z.number().int(),
  done: z.number().int(),
  /** Those that could not be answered, with why; only what the reader may see is named. */
  refused: z.array(z.object({ number: z.number().int().nullable(), why: ownWords(z.string()) })),
  finishedAt: z.iso.datetime().nullable(),
});
export type FanOutView = z.output<typeof FanOutView>;

export const LinkView = z.object({
  /** What the conversation asked for is to the other one. */
  relation: LinkRelation,
  conversation: z.object({
    id: z.string(),
    number: z.number().int(),
    subject: z.string(),
    customerName: z.string(),
    category: StatusCategory,
  }),
  linkedAt: z.iso.datetime(),
  linkedBy: z.string().nullable(),
  can: z.array(z.enum(['remove'])),
});
export type LinkView = z.output<typeof LinkView>;

const note = { permission: 'conversations.note' } as const;
const pair = conversation.extend({ otherId: ConversationId, relation: LinkRelation });

export const listLinks = route({
  method: 'GET',
  path: '/api/conversations/:id/links',
  summary: 'What a conversation is linked with, as far as the reader may see it, and how far answers to all are.',
  access: read,
  params: conversation,
  reply: z.object({ rows: z.array(LinkView), fanOuts: z.array(FanOutView) }),
});

export const linkConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/links/:otherId/:relation',
  summary: 'Say what a conversation is to another one; the other side says the inverse. Twice is once.',
  access: note,
  params: pair,
  reply: z.object({ rows: z.array(LinkView) }),
});

export const unlinkConversation = route({
  method: 'DELETE',
  path: '/api/conversations/:id/links/:otherId/:relation',
  summary: 'Take a link away, from either side.',
  access: note,
  params: pair,
  reply: z.object({ rows: z.array(LinkView) }),
});

export const answerIncidents = route({
  method: 'POST',
  path: '/api/conversations/:id/fan-outs',
  summary: 'Write one reply to the customers of all conversations that this one causes, or close them all, once each.',
  access: { permission: 'conversations.reply' },
  params: conversation,
  body: z.object({
    id: z.uuid(),
    text: z.string().max(textLimit).default(''),
    then: z.enum(['stay', 'wait', 'close']).default('stay'),
  }),
  reply: FanOutView,
});
