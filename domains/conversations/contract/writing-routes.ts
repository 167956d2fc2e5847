import * as z from 'zod';
import { route } from '#platform/contract';
import { closeAnyway, conversation, TeammateId, textLimit } from './parts.ts';
import { UploadId, uploadLimit, UploadView } from './upload-routes.ts';
import { ConversationId, ConversationView, DraftContent, EntryId, EntryView, FileId } from './views.ts';

/** Up to which revision the writer's draft went into this message: it is gone with it, on all of their devices. */
const draftRevision = z.int32().min(0).optional();
const addresses = z.array(z.string().max(320)).max(50);
/** What somebody writes to others: words, perhaps with markup, files, and who gets a copy. */
const written = {
  text: z.string().max(textLimit),
  html: z
    .string()
    .max(textLimit * 2)
    .optional(),
  cc: addresses.optional(),
  bcc: addresses.optional(),
  /** Files put in with `POST /api/uploads`. A picture shown by `cid:<upload id>@rapport` in the markup is inline. */
  uploadIds: z.array(UploadId).max(uploadLimit).optional(),
};

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
    ...written,
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
    ...written,
    /** Files of earlier messages of this conversation, carried along. */
    carriedFileIds: z.array(FileId).max(uploadLimit).optional(),
    /** Pass on this message of the conversation: it goes along whole, below your words, as a thread of its own. */
    forwards: EntryId.optional(),
    /** Whether earlier words go along below. Left out: only to people who know them already. */
    quote: z.boolean().optional(),
    to: addresses.optional(),
    /** The version the writer has seen; a newer message of somebody else answers 409 with what came. */
    lastSeenVersion: z.number().int(),
    /** The writer has seen the 409 and wants to send all the same. */
    sendAnyway: z.boolean().default(false),
    draftRevision,
    undoWindowSeconds: z.number().int().min(0).max(30).optional(),
    deliverAt: z.iso.datetime().optional(),
    subject: z.string().trim().min(1).max(998).optional(),
    then: z.enum(['stay', 'close', 'wait']).default('wait'),
    closeAnyway,
  }),
  reply: z.object({ entry: EntryView, conversation: ConversationView }),
});

export const undoSend = route({
  method: 'DELETE',
  path: '/api/messages/:id/delivery',
  summary: 'Undo: take back a reply that is still held. The text comes back; what has left cannot be taken back.',
  access: { permission: 'conversations.reply' },
  params: z.object({ id: EntryId }),
  reply: z.object({
    text: z.string(),
    draft: DraftContent,
    uploads: z.array(UploadView),
    conversation: ConversationView,
  }),
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
  access: { permission: 'conversations.note', also: ['conversations.shared'] },
  params: conversation,
  body: z.object({
    id: EntryId,
    text: z.string().min(1).max(textLimit),
    uploadIds: z.array(UploadId).max(uploadLimit).optional(),
    mentions: z.array(TeammateId).max(50).default([]),
    draftRevision,
    /** Whoever works in these teams, today and later, is mentioned. */
    teams: z
      .array(z.uuid().meta({ object: 'Team' }))
      .max(10)
      .optional(),
  }),
  reply: z.object({ entry: EntryView, conversation: ConversationView }),
});
