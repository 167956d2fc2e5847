import * as z from 'zod';
import { BrandId } from '#domains/brands/contract';
import { cursor, page, route } from '#platform/contract';
import { conversation } from './parts.ts';
import { FileId, statusCategories } from './views.ts';

const client = { permission: 'conversations.client' } as const;

/** A conversation as the client whose brand it is reads it. */
export const ClientConversation = z.object({
  id: z.string(),
  number: z.number().int(),
  brandId: z.string(),
  subject: z.string(),
  customer: z.object({ name: z.string() }),
  status: z.enum(statusCategories),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type ClientConversation = z.output<typeof ClientConversation>;

/** What was said; our side by the brand's name. */
export const ClientEntry = z.object({
  id: z.string(),
  kind: z.enum(['in', 'out', 'call']),
  occurredAt: z.iso.datetime(),
  text: z.string(),
  author: z.object({ name: z.string() }),
  files: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ClientEntry = z.output<typeof ClientEntry>;

export const listClientConversations = route({
  method: 'GET',
  path: '/api/client-conversations',
  summary: 'For a client: the conversations of their brand, the one opened last first.',
  access: client,
  query: cursor.extend({ brandId: BrandId }),
  reply: page(ClientConversation),
});

export const getClientConversation = route({
  method: 'GET',
  path: '/api/client-conversations/:id',
  summary: 'For a client: one conversation of their brand.',
  access: client,
  params: conversation,
  reply: ClientConversation,
});

export const listClientEntries = route({
  method: 'GET',
  path: '/api/client-conversations/:id/entries',
  summary: 'For a client: what was said in a conversation of their brand, newest page first; never a note.',
  access: client,
  params: conversation,
  query: z.object({
    before: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({ rows: z.array(ClientEntry), before: z.string().nullable() }),
});

export const getClientFile = route({
  method: 'GET',
  path: '/api/client-files/:id',
  summary: 'For a client: a file of a message in a conversation of their brand.',
  access: client,
  params: z.object({ id: FileId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});
