import * as z from 'zod';
import { id, ownWords, route } from '#platform/contract';
import { closeAnyway, conversation, read, textLimit } from './parts.ts';
import { UploadView } from './upload-routes.ts';
import { ConversationView, DraftContent, EntryId, EntryView } from './views.ts';

export const ScheduledReplyId = id('ScheduledReply');
const scheduled = z.object({ id: ScheduledReplyId });
const reply = { permission: 'conversations.reply' } as const;
const then = z.enum(['stay', 'close', 'wait']).default('wait');

/** Why a reply that was to leave later did not. */
export const StopReason = z.enum(['customer-wrote', 'colleague-wrote', 'refused']);
export type StopReason = z.output<typeof StopReason>;

/** A reply that is to leave later; until then nobody has answered. */
export const ScheduledReplyView = z.object({
  id: z.string(),
  conversationId: z.string(),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  content: DraftContent,
  /** The files that go along; only its author sees them. */
  uploads: z.array(UploadView),
  then: z.enum(['stay', 'close', 'wait']),
  sendAt: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  /** Set where it waits for its author again instead of its time. */
  stopped: z.object({ at: z.iso.datetime(), because: StopReason, says: ownWords(z.string()).nullable() }).nullable(),
  /** `change` and `send` in one's own name; whoever may answer may also call it off. */
  can: z.array(z.enum(['change', 'send', 'cancel'])),
});
export type ScheduledReplyView = z.output<typeof ScheduledReplyView>;

export const listScheduledReplies = route({
  method: 'GET',
  path: '/api/conversations/:id/scheduled-replies',
  summary: 'Replies that are to leave later, what leaves first, and those that were stopped.',
  access: read,
  params: conversation,
  reply: z.object({ rows: z.array(ScheduledReplyView) }),
});

export const scheduleReply = route({
  method: 'POST',
  path: '/api/conversations/:id/scheduled-replies',
  summary: 'Send a reply later: the server holds it, and stops it when somebody writes before.',
  access: reply,
  params: conversation,
  body: z.object({
    id: EntryId,
    text: z.string().max(textLimit),
    content: DraftContent.default({}),
    sendAt: z.iso.datetime(),
    /** The version the writer has seen; what came since stops it at once. */
    lastSeenVersion: z.number().int(),
    then,
    closeAnyway,
  }),
  reply: ScheduledReplyView,
});

export const changeScheduledReply = route({
  method: 'PUT',
  path: '/api/scheduled-replies/:id',
  summary: 'Change the words or the time of a reply of yours; one that was stopped waits for its time again.',
  access: reply,
  params: scheduled,
  body: z.object({
    text: z.string().max(textLimit),
    /** Left out: as it was. */
    html: z.string().max(400_000).nullable().optional(),
    sendAt: z.iso.datetime(),
    lastSeenVersion: z.number().int(),
  }),
  reply: ScheduledReplyView,
});

export const cancelScheduledReply = route({
  method: 'DELETE',
  path: '/api/scheduled-replies/:id',
  summary: 'Call it off; its words come back.',
  access: reply,
  params: scheduled,
  reply: ScheduledReplyView,
});

export const sendScheduledReply = route({
  method: 'POST',
  path: '/api/scheduled-replies/:id/sending',
  summary: 'Send it now, as any reply: held for the undo window, refused when something came that you have not seen.',
  access: reply,
  params: scheduled,
  body: z.object({ lastSeenVersion: z.number().int(), sendAnyway: z.boolean().default(false), closeAnyway }),
  reply: z.object({ entry: EntryView, conversation: ConversationView }),
});
