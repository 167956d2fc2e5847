import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { closeAnyway, conversation, guestsToo, read, TeammateId, textLimit } from './parts.ts';
import { UploadView } from './upload-routes.ts';
import { ConversationId, ConversationView, DraftContent, Priority, ReasonId, StatusId } from './views.ts';

export const setAssignee = route({
  method: 'PUT',
  path: '/api/conversations/:id/assignee',
  summary:
    'Give the conversation to a teammate, a queue, or back to nobody. Somebody whose hands are full is refused (409 conversations/assignee-full, with `has` and `limit`) until it is asked for `anyway`.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({
    assigneeId: TeammateId.nullable(),
    queueId: z.uuid().optional(),
    /** Whoever hands it over has seen that they are full. */
    anyway: z.boolean().default(false),
  }),
  reply: ConversationView,
});

export const listFull = route({
  method: 'GET',
  path: '/api/full-teammates',
  summary: 'Teammates who have as many at hand of a channel as they may have at once.',
  access: { permission: 'conversations.assign' },
  query: cursor,
  reply: page(
    z.object({ teammateId: z.string(), channel: z.string(), has: z.number().int(), limit: z.number().int() }),
  ),
});

export const closeConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/closure',
  summary: 'Close: the customer is helped. Closing twice is closing once.',
  access: { permission: 'conversations.close' },
  params: conversation,
  body: z.object({
    how: z.enum(['answered', 'duplicate', 'spam', 'no-answer-needed']).default('answered'),
    closeAnyway,
  }),
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

/** Put away until the customer writes again, whenever that is: the end of time. */
export const untilTheyReply = '9999-12-31T00:00:00.000Z';

export const fitSnooze = route({
  method: 'GET',
  path: '/api/conversations/:id/snooze-times',
  summary: 'Times to come back at, each moved on to hours when we work and the customer is awake.',
  access: read,
  params: conversation,
  /** Up to six moments with commas between. */
  query: z.object({ at: z.string().max(200) }),
  reply: z.object({
    rows: z.array(z.object({ asked: z.iso.datetime(), until: z.iso.datetime() })),
    /** Where the customer is; null where nobody said. */
    zone: z.string().nullable(),
  }),
});

export const setStatus = route({
  method: 'PUT',
  path: '/api/conversations/:id/status',
  summary: 'Set the status; one of the category closed closes.',
  access: { permission: 'conversations.close' },
  params: conversation,
  body: z.object({ statusId: StatusId, closeAnyway }),
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

export const setFields = route({
  method: 'PUT',
  path: '/api/conversations/:id/fields',
  summary: 'Set fields of a conversation; null takes one away.',
  access: { permission: 'conversations.note' },
  params: conversation,
  body: z.object({ custom: z.record(z.uuid(), z.unknown()) }),
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
  access: guestsToo,
  params: conversation,
  body: z.object({ version: z.number().int().min(0) }),
  reply: z.object({ seenVersion: z.number().int() }),
});

export const saveDraft = route({
  method: 'PUT',
  path: '/api/conversations/:id/drafts/:kind',
  summary:
    'Keep a draft on the server, one per conversation, author and kind; one with no text and no files is removed.',
  access: { permission: 'conversations.note' },
  params: z.object({ id: ConversationId, kind: z.enum(['reply', 'note']) }),
  body: z.object({
    id: z.uuid(),
    revision: z.int32().min(0),
    text: z.string().max(textLimit),
    content: DraftContent.default({}),
  }),
  reply: z.object({ revision: z.number().int(), savedAt: z.iso.datetime().nullable() }),
});

export const listColleagueDrafts = route({
  method: 'GET',
  path: '/api/conversations/:id/colleague-drafts',
  summary: 'What colleagues have begun to write here, for whoever may write here too.',
  access: read,
  params: conversation,
  reply: z.object({
    drafts: z.array(
      z.object({
        teammateId: z.string(),
        kind: z.enum(['reply', 'note']),
        text: z.string(),
        savedAt: z.iso.datetime(),
      }),
    ),
  }),
});

export const takeOverDraft = route({
  method: 'PUT',
  path: '/api/conversations/:id/drafts/:kind/author',
  summary: "Take over a colleague's draft: it becomes yours, below what you had begun yourself.",
  access: { permission: 'conversations.note' },
  params: conversation.extend({ kind: z.enum(['reply', 'note']) }),
  body: z.object({ teammateId: TeammateId }),
  reply: z.object({ revision: z.number().int(), text: z.string() }),
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
        content: DraftContent,
        /** The files put in so far; one that was sent elsewhere or swept is gone from here. */
        uploads: z.array(UploadView),
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
