import * as z from 'zod';
import { route } from '#platform/contract';
import { conversation } from './parts.ts';
import { ConversationId, ConversationView, EntryId, MoveId } from './views.ts';

export const mergeConversation = route({
  method: 'PUT',
  path: '/api/conversations/:id/merge',
  summary: 'Merge into another conversation: everything goes there, and can go back at any time.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({ intoId: ConversationId }),
  reply: z.object({ moveId: z.string(), conversation: ConversationView }),
});

export const undoMove = route({
  method: 'DELETE',
  path: '/api/moves/:id',
  summary: 'Undo a merge, split or move, at any time: what went goes back, what came since stays.',
  access: { permission: 'conversations.assign' },
  params: z.object({ id: MoveId }),
  reply: z.object({ conversation: ConversationView }),
});

export const splitConversation = route({
  method: 'POST',
  path: '/api/conversations/:id/split',
  summary: 'Split: from one message on, everything goes into a new conversation, and can go back at any time.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({ id: z.uuid(), fromEntryId: EntryId, subject: z.string().max(998).optional() }),
  reply: z.object({ moveId: z.string(), conversation: ConversationView }),
});

export const moveMessage = route({
  method: 'PUT',
  path: '/api/messages/:id/conversation',
  summary: 'Move one message to another conversation of the same brand; it can go back at any time.',
  access: { permission: 'conversations.assign' },
  params: z.object({ id: EntryId }),
  body: z.object({ conversationId: ConversationId }),
  reply: z.object({ moveId: z.string(), conversation: ConversationView }),
});

const Moved = z.object({ id: z.string(), number: z.number().int(), subject: z.string() });
export const MoveView = z.object({
  id: z.string(),
  kind: z.enum(['merge', 'split', 'move']),
  /** Null where the reader may not see it. */
  from: Moved.nullable(),
  to: Moved.nullable(),
  items: z.number().int(),
  movedAt: z.iso.datetime(),
  movedBy: z.string().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  undoneBy: z.string().nullable(),
  can: z.array(z.enum(['undo'])),
});
export type MoveView = z.output<typeof MoveView>;

export const listMoves = route({
  method: 'GET',
  path: '/api/conversations/:id/moves',
  summary: 'What was merged, split and moved here, newest first, and what can still be undone.',
  access: { permission: 'conversations.read' },
  params: conversation,
  /** Only those that carried this message. */
  query: z.object({ entryId: EntryId.optional() }),
  reply: z.object({ rows: z.array(MoveView) }),
});
