import * as z from 'zod';
import { route } from '#platform/contract';
import { conversation, read } from './parts.ts';

/** One value before and after; both in words a reader knows. */
export const HistoryChange = z.object({
  field: z.enum([
    'assignee',
    'queue',
    'status',
    'priority',
    'reason',
    'tags',
    'people',
    'until',
    'due',
    'how',
    'relation',
    'conversation',
    'because',
    'closedDays',
    'afterDays',
  ]),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** One fact: what, when, who or what did it, by which door, and because of which other fact. */
export const HistoryRow = z.object({
  id: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() }),
  via: z.string(),
  cause: z.string().nullable(),
  changes: z.array(HistoryChange),
});
export type HistoryRow = z.output<typeof HistoryRow>;

export const readConversationHistory = route({
  method: 'GET',
  path: '/api/conversations/:id/history',
  summary: 'Everything that happened to a conversation, newest first: who or what, when, why, before and after.',
  access: read,
  params: conversation,
  /** `before` is the place that the page before this one gave. */
  query: z.object({
    before: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ rows: z.array(HistoryRow), before: z.string().nullable() }),
});
