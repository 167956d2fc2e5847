import * as z from 'zod';
import { cursor, route } from '#platform/contract';
import { read } from './parts.ts';
import { ConversationRow, EntryKind } from './views.ts';

/** A piece of text around what was found; `found` marks the words themselves. */
export const SnippetPiece = z.object({ text: z.string(), found: z.boolean() });

/** One conversation found, with the message that holds most of what was asked. */
export const SearchHit = z.object({
  conversation: ConversationRow,
  subject: z.array(SnippetPiece),
  customer: z.array(SnippetPiece),
  /** Null where only the subject, the people or an operator matched. */
  entry: z
    .object({
      id: z.string(),
      kind: EntryKind,
      occurredAt: z.iso.datetime(),
      snippet: z.array(SnippetPiece),
      files: z.array(z.array(SnippetPiece)),
    })
    .nullable(),
});
export type SearchHit = z.output<typeof SearchHit>;

export const searchConversations = route({
  method: 'GET',
  path: '/api/search',
  summary:
    'Search all history, newest first: words, "phrases", from: to: subject: file: note: tag: reason: in: team: assignee: is: has: before: after: …, and -not.',
  access: read,
  query: cursor.extend({
    q: z.string().max(400),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    rows: z.array(SearchHit),
    next: z.string().nullable(),
    /** Nobody wrote the words as typed: these are like them, and stand in what was found. */
    near: z.array(z.string()),
    /** Values of operators that are not here, e.g. a tag nobody made: nothing can be found by them. */
    unmet: z.array(z.object({ operator: z.string(), value: z.string() })),
    /** Operators nobody knows; read as words. */
    unknown: z.array(z.string()),
  }),
});
