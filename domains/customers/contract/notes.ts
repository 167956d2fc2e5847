/** What teammates write down about a customer, as both sides of the wire see it. */
import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { CustomerId, NoteId } from './ids.ts';

export const CustomerNoteView = z.object({
  id: NoteId,
  text: z.string(),
  authorId: z.uuid().nullable(),
  authorName: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
});
export type CustomerNoteView = z.output<typeof CustomerNoteView>;

const read = { permission: 'customers.read' } as const;
const edit = { permission: 'customers.edit' } as const;

export const listCustomerNotes = route({
  method: 'GET',
  path: '/api/customers/:id/notes',
  summary: 'What teammates wrote down about a customer, the last first.',
  access: read,
  params: z.object({ id: CustomerId }),
  query: cursor,
  reply: page(CustomerNoteView),
});

export const writeCustomerNote = route({
  method: 'PUT',
  path: '/api/customers/:id/notes/:noteId',
  summary: 'Write a note about a customer, or change its words. The id is made by whoever writes: twice is once.',
  access: edit,
  params: z.object({ id: CustomerId, noteId: z.uuid().meta({ object: 'CustomerNote' }) }),
  body: z.object({ text: z.string().trim().min(1).max(10_000) }),
  reply: CustomerNoteView,
});

export const removeCustomerNote = route({
  method: 'DELETE',
  path: '/api/customers/:id/notes/:noteId',
  summary: 'Remove a note about a customer.',
  access: edit,
  params: z.object({ id: CustomerId, noteId: NoteId }),
  reply: z.object({}),
});
