import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { conversation, guestsToo, read } from './parts.ts';
import { BoxView, ConversationRow, ConversationView, EntryId, EntryView, FileId } from './views.ts';

export const listOrders = ['due', 'newest', 'oldest', 'waiting'] as const;

export const listBoxNames = [
  'mine',
  'unassigned',
  'queue',
  'all',
  'snoozed',
  'closed',
  'shared',
  'customer',
  'company',
  'filter',
] as const;

export const listBoxes = route({
  method: 'GET',
  path: '/api/boxes',
  summary: 'The fixed lists (my work, queues, all, snoozed, closed) with their kept counts.',
  access: read,
  reply: z.object({
    boxes: z.array(BoxView),
    /** How much of my work is of each brand I answer for; nothing where there is one. */
    brands: z.array(z.object({ brandId: z.string(), open: z.number().int() })),
  }),
});

export const listConversations = route({
  method: 'GET',
  path: '/api/conversations',
  summary: 'Conversations of one list, keyset-paged.',
  access: guestsToo,
  query: cursor.extend({
    box: z.enum(listBoxNames).default('mine'),
    /** For the box `filter`: conditions as JSON, see Filter. */
    filter: z.string().max(8_000).optional(),
    /** For the box `filter`: which of these it holds, ids with commas between; how a screen learns what came and went. */
    only: z
      .string()
      .max(37 * 50)
      .optional(),
    queueId: z.uuid().optional(),
    customerId: z.uuid().optional(),
    companyId: z.uuid().optional(),
    brandId: z.uuid().optional(),
    order: z.enum(listOrders).default('due'),
  }),
  reply: page(ConversationRow),
});

export const listLiveConversations = route({
  method: 'GET',
  path: '/api/live-conversations',
  summary: 'Your chats: at hand (oldest first), waiting for anybody (longest first), and those that come back later.',
  access: read,
  reply: z.object({
    mine: z.array(ConversationRow),
    waiting: z.array(ConversationRow),
    later: z.array(ConversationRow),
  }),
});

export const getConversation = route({
  method: 'GET',
  path: '/api/conversations/:id',
  summary: 'One conversation with what you may do with it.',
  access: guestsToo,
  params: conversation,
  reply: ConversationView,
});

export const listEntries = route({
  method: 'GET',
  path: '/api/conversations/:id/entries',
  summary: 'The spine of a conversation, newest page first; each page in the order it happened.',
  access: guestsToo,
  params: conversation,
  query: z.object({
    before: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({ rows: z.array(EntryView), before: z.string().nullable(), version: z.number().int() }),
});

export const getEntryBody = route({
  method: 'GET',
  path: '/api/entries/:id/body',
  summary: 'The faithful HTML of a message, cleaned, for a sandboxed frame; remote images blocked unless asked for.',
  access: guestsToo,
  params: z.object({ id: EntryId }),
  query: z.object({
    images: z.enum(['blocked', 'shown']).default('blocked'),
    /** What stands above the folded quote, in the reader's language. */
    foldedAs: z.string().max(80).optional(),
  }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const getEntrySource = route({
  method: 'GET',
  path: '/api/entries/:id/source',
  summary: 'The message as it came over the wire.',
  access: read,
  params: z.object({ id: EntryId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const getFile = route({
  method: 'GET',
  path: '/api/files/:id',
  summary: 'A file of a message or note.',
  access: guestsToo,
  params: z.object({ id: FileId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const listWords = route({
  method: 'GET',
  path: '/api/conversation-words',
  summary: 'The statuses, reasons and tags of this workspace.',
  access: read,
  reply: z.object({
    statuses: z.array(z.object({ id: z.string(), name: z.string(), category: z.string() })),
    reasons: z.array(
      z.object({ id: z.string(), brandId: z.string(), parentId: z.string().nullable(), name: z.string() }),
    ),
    tags: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});
