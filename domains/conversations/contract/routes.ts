import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import {
  BoxView,
  ConversationId,
  ConversationRow,
  ConversationView,
  EntryId,
  EntryView,
  FileId,
  Priority,
  ReasonId,
  StatusId,
} from './views.ts';

const TeammateId = z.uuid().meta({ object: 'Teammate' });
const conversation = z.object({ id: ConversationId });
const read = { permission: 'conversations.read' } as const;
/** Longest text of one message, in characters. */
const textLimit = 200_000;

export const listOrders = ['due', 'newest'] as const;

export const listBoxes = route({
  method: 'GET',
  path: '/api/boxes',
  summary: 'The fixed lists (my work, queues, all, snoozed, closed) with their kept counts.',
  access: read,
  reply: z.object({ boxes: z.array(BoxView) }),
});

export const listConversations = route({
  method: 'GET',
  path: '/api/conversations',
  summary: 'Conversations of one list, keyset-paged.',
  access: read,
  query: cursor.extend({
    box: z.enum(['mine', 'unassigned', 'queue', 'all', 'snoozed', 'closed', 'customer']).default('mine'),
    queueId: z.uuid().optional(),
    customerId: z.uuid().optional(),
    brandId: z.uuid().optional(),
    order: z.enum(listOrders).default('due'),
  }),
  reply: page(ConversationRow),
});

export const getConversation = route({
  method: 'GET',
  path: '/api/conversations/:id',
  summary: 'One conversation with what you may do with it.',
  access: read,
  params: conversation,
  reply: ConversationView,
});

export const listEntries = route({
  method: 'GET',
  path: '/api/conversations/:id/entries',
  summary: 'The spine of a conversation, newest page first; each page in the order it happened.',
  access: read,
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
  access: read,
  params: z.object({ id: EntryId }),
  query: z.object({ images: z.enum(['blocked', 'shown']).default('blocked') }),
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
  access: read,
  params: z.object({ id: FileId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const startConversation = route({
  method: 'POST',
  path: '/api/conversations',
  summary: 'Start a conversation with a customer by writing to them.',
  access: { permission: 'conversations.reply' },
  body: z.object({
    id: ConversationId,
    messageId: EntryId,
    lineId: z.uuid(),
    to: z.string().min(3).max(320),
    name: z.string().max(300).optional(),
    subject: z.string().min(1).max(998),
    text: z.string().min(1).max(textLimit),
    undoWindowSeconds: z.number().int().min(0).max(30).optional(),
  }),
  reply: ConversationView,
});

export const replyTo = route({
  method: 'POST',
  path: '/api/conversations/:id/messages',
  summary: 'Reply to the customer. Held back for the undo window, then delivered; refused when something new came.',
  access: { permission: 'conversations.reply' },
  params: conversation,
  body: z.object({
    id: EntryId,
    lineId: z.uuid().optional(),
    text: z.string().min(1).max(textLimit),
    html: z
      .string()
      .max(textLimit * 2)
      .optional(),
    to: z.array(z.string().max(320)).max(50).optional(),
    cc: z.array(z.string().max(320)).max(50).optional(),
    bcc: z.array(z.string().max(320)).max(50).optional(),
    /** The version the writer has seen; a newer message of somebody else answers 409 with what came. */
    lastSeenVersion: z.number().int(),
    /** The writer has seen the 409 and wants to send all the same. */
    sendAnyway: z.boolean().default(false),
    undoWindowSeconds: z.number().int().min(0).max(30).optional(),
    deliverAt: z.iso.datetime().optional(),
    then: z.enum(['stay', 'close', 'wait']).default('wait'),
  }),
  reply: z.object({ entry: EntryView, conversation: ConversationView }),
});

export const undoSend = route({
  method: 'DELETE',
  path: '/api/messages/:id/delivery',
  summary: 'Undo: take back a reply that is still held. The text comes back; what has left cannot be taken back.',
  access: { permission: 'conversations.reply' },
  params: z.object({ id: EntryId }),
  reply: z.object({ text: z.string(), conversation: ConversationView }),
});

export const retrySend = route({
  method: 'POST',
  path: '/api/messages/:id/delivery',
  summary: 'Send again what failed, or what was not confirmed and you have decided to repeat.',
  access: { permission: 'conversations.reply' },
  params: z.object({ id: EntryId }),
  reply: z.object({ entry: EntryView }),
});

export const addNote = route({
  method: 'POST',
  path: '/api/conversations/:id/notes',
  summary: 'Add an internal note; it is never delivered to anybody.',
  access: { permission: 'conversations.note' },
  params: conversation,
  body: z.object({
    id: EntryId,
    text: z.string().min(1).max(textLimit),
    mentions: z.array(TeammateId).max(50).default([]),
  }),
  reply: z.object({ entry: EntryView, conversation: ConversationView }),
});

export const setAssignee = route({
  method: 'PUT',
  path: '/api/conversations/:id/assignee',
  summary: 'Give the conversation to a teammate, a queue, or back to nobody.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({ assigneeId: TeammateId.nullable(), queueId: z.uuid().optional() }),
  reply: ConversationView,
});

export const closeConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/closure',
  summary: 'Close: the customer is helped. Closing twice is closing once.',
  access: { permission: 'conversations.close' },
  params: conversation,
  body: z.object({ how: z.enum(['answered', 'duplicate', 'spam', 'no-answer-needed']).default('answered') }),
  reply: ConversationView,
});

export const reopenConversation = route({
  method: 'DELETE',
  path: '/api/conversations/:id/closure',
  summary: 'Open again.',
  access: { permission: 'conversations.close' },
  params: conversation,
  reply: ConversationView,
});

export const setStatus = route({
  method: 'PUT',
  path: '/api/conversations/:id/status',
  summary: 'Set the status; one of the category closed closes.',
  access: { permission: 'conversations.close' },
  params: conversation,
  body: z.object({ statusId: StatusId }),
  reply: ConversationView,
});

export const setPriority = route({
  method: 'PUT',
  path: '/api/conversations/:id/priority',
  summary: 'Set the priority: 1 low, 2 normal, 3 high, 4 urgent.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({ priority: Priority }),
  reply: ConversationView,
});

export const setReason = route({
  method: 'PUT',
  path: '/api/conversations/:id/reason',
  summary: 'Say what the conversation was about.',
  access: { permission: 'conversations.close' },
  params: conversation,
  body: z.object({ reasonId: ReasonId.nullable() }),
  reply: ConversationView,
});

export const tagConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/tags',
  summary: 'Set the tags; names that are new become tags.',
  access: { permission: 'conversations.note' },
  params: conversation,
  body: z.object({ names: z.array(z.string().trim().min(1).max(60)).max(30) }),
  reply: ConversationView,
});

export const snoozeConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/snooze',
  summary: 'Put away until a time; an answer of the customer wakes it.',
  access: { permission: 'conversations.note' },
  params: conversation,
  body: z.object({ until: z.iso.datetime().nullable() }),
  reply: ConversationView,
});

export const markRead = route({
  method: 'PUT',
  path: '/api/conversations/:id/read',
  summary: "Note what you have seen; personal, and changes nobody else's work.",
  access: read,
  params: conversation,
  body: z.object({ version: z.number().int().min(0) }),
  reply: z.object({ seenVersion: z.number().int() }),
});

export const saveDraft = route({
  method: 'PUT',
  path: '/api/conversations/:id/drafts/:kind',
  summary: 'Keep a draft on the server, one per conversation, author and kind; an empty text removes it.',
  access: { permission: 'conversations.note' },
  params: z.object({ id: ConversationId, kind: z.enum(['reply', 'note']) }),
  body: z.object({ id: z.uuid(), revision: z.number().int().min(0), text: z.string().max(textLimit) }),
  reply: z.object({ revision: z.number().int(), savedAt: z.iso.datetime().nullable() }),
});

export const getDrafts = route({
  method: 'GET',
  path: '/api/conversations/:id/drafts',
  summary: 'Your drafts in this conversation.',
  access: read,
  params: conversation,
  reply: z.object({
    drafts: z.array(
      z.object({
        kind: z.enum(['reply', 'note']),
        id: z.string(),
        revision: z.number().int(),
        text: z.string(),
        savedAt: z.iso.datetime(),
      }),
    ),
  }),
});

export const makePromise = route({
  method: 'POST',
  path: '/api/conversations/:id/promises',
  summary: 'Promise the customer something by a time.',
  access: { permission: 'conversations.note' },
  params: conversation,
  body: z.object({ id: z.uuid(), dueAt: z.iso.datetime(), words: z.string().max(300).default('') }),
  reply: ConversationView,
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
