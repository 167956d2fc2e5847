import * as z from 'zod';
import { id, route } from '#platform/contract';
import { ConversationId, EntryFile } from './views.ts';

export const UploadId = id('Upload');
/** Largest file, and most of all files together, that one message may carry: mail hosts refuse more. */
export const uploadLimitBytes = 20 * 1024 * 1024;
/** Most files one message may carry. */
export const uploadLimit = 30;

/** A file put into what is being written; seen and sent by whoever put it there alone. */
export const UploadView = EntryFile.pick({ id: true, name: true, mediaType: true, sizeBytes: true });
export type UploadView = z.output<typeof UploadView>;

const write = { permission: 'conversations.note' } as const;

export const uploadFile = route({
  method: 'POST',
  path: '/api/uploads',
  summary: 'Put a file into what you are writing: its bytes as the body. The same id again is the same file.',
  access: write,
  query: z.object({
    id: z.uuid(),
    conversationId: ConversationId.optional(),
    name: z.string().min(1).max(400),
    mediaType: z
      .string()
      .max(200)
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .default('application/octet-stream'),
  }),
  bodyIs: 'bytes',
  bodyLimitBytes: uploadLimitBytes,
  reply: UploadView,
});

export const readUpload = route({
  method: 'GET',
  path: '/api/uploads/:id',
  summary: 'A file you put into what you are writing, to look at it.',
  access: write,
  params: z.object({ id: UploadId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const dropUpload = route({
  method: 'DELETE',
  path: '/api/uploads/:id',
  summary: 'Take a file out of what you are writing.',
  access: write,
  params: z.object({ id: UploadId }),
  reply: z.void(),
});
