import * as z from 'zod';
import { route } from '#platform/contract';
import { conversation, TeammateId, textLimit } from './parts.ts';
import { ConversationId, ConversationView, EntryId, EntryView } from './views.ts';

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
