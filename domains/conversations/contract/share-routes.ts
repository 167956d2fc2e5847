import * as z from 'zod';
import { route } from '#platform/contract';
import { conversation, read, TeammateId, textLimit } from './parts.ts';
import { ConversationId, EntryId } from './views.ts';

/** Most guests that one conversation is shared with. */
export const sharesLimit = 20;

export const SharesView = z.object({
  /** Who sees this one conversation as a guest, and since when. */
  rows: z.array(
    z.object({ teammateId: z.string(), name: z.string(), since: z.iso.datetime(), by: z.string().nullable() }),
  ),
  /** Guests it can be shared with still; asked for by who may share. */
  guests: z.array(z.object({ id: z.string(), name: z.string() })),
  can: z.array(z.enum(['share'])),
});
export type SharesView = z.output<typeof SharesView>;

export const listShares = route({
  method: 'GET',
  path: '/api/conversations/:id/shares',
  summary: 'The guests a conversation is shared with, and those it can be shared with.',
  access: read,
  params: conversation,
  reply: SharesView,
});

export const shareConversation = route({
  method: 'POST',
  path: '/api/conversations/:id/shares',
  summary: 'Share this one conversation with a guest, with an internal note that says what is asked of them.',
  access: { permission: 'conversations.assign' },
  params: conversation,
  body: z.object({
    teammateId: TeammateId,
    /** The note; its id is the sender's, so that sharing twice writes it once. */
    note: z.object({ id: EntryId, text: z.string().min(1).max(textLimit) }).optional(),
  }),
  reply: SharesView,
});

export const endShare = route({
  method: 'DELETE',
  path: '/api/conversations/:id/shares/:teammateId',
  summary: 'The guest sees this conversation no more.',
  access: { permission: 'conversations.assign' },
  params: z.object({ id: ConversationId, teammateId: TeammateId }),
  reply: SharesView,
});
