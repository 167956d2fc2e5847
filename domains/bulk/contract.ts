import * as z from 'zod';
import { ConversationId, listBoxNames, listOrders } from '#domains/conversations/contract';
import { MacroForecast } from '#domains/macros/contract';
import { event, id, ownWords, page, route } from '#platform/contract';

export const BatchId = id('Batch');
const object = (kind: string) => z.uuid().meta({ object: kind });

/** Most conversations of one batch, and most that are named one by one. */
export const batchLimits = { conversations: 5_000, named: 500 } as const;
/** How long a batch can be undone whole, in hours. */
export const undoHours = 24;

const names = z.array(z.string().trim().min(1).max(60)).min(1).max(20);

/** What can be done to many. */
export const batchActs = [
  'assign',
  'queue',
  'tag',
  'status',
  'priority',
  'reason',
  'snooze',
  'macro',
  'read',
  'close',
] as const;

/** What is done to each; each is checked as if it were done by hand. */
export const BatchAction = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('assign'),
    assigneeId: z.union([z.enum(['me', 'nobody']), object('Teammate')]),
    /** Whoever hands them over has seen that they are full (409 conversations/assignee-full). */
    anyway: z.boolean().optional(),
  }),
  z.object({ do: z.literal('queue'), queueId: object('Queue') }),
  z.object({ do: z.literal('tag'), names }),
  z.object({ do: z.literal('status'), statusId: object('Status') }),
  z.object({ do: z.literal('priority'), priority: z.number().int().min(1).max(4) }),
  z.object({ do: z.literal('reason'), reasonId: object('Reason') }),
  z.object({
    do: z.literal('snooze'),
    until: z.iso.datetime(),
    /** Each comes back no sooner than both sides of it are there: when its team works and its customer is awake. */
    fits: z.boolean().optional(),
  }),
  z.object({
    do: z.literal('macro'),
    macroId: object('Macro'),
    /** Whoever runs it has seen whose hands it overfills; without it those are refused. */
    anyway: z.boolean().optional(),
  }),
  z.object({ do: z.literal('read') }),
  z.object({ do: z.literal('close') }),
]);
export type BatchAction = z.output<typeof BatchAction>;

export const batchStates = ['running', 'done', 'cancelled', 'undoing', 'undone'] as const;
export const itemOutcomes = ['waiting', 'changed', 'same', 'refused', 'skipped', 'undone', 'kept'] as const;

export const BatchView = z.object({
  id: z.string(),
  action: BatchAction,
  state: z.enum(batchStates),
  total: z.number().int(),
  progress: z.number().int(),
  /** How many could not: refused, or kept as they are when undone. */
  refused: z.number().int(),
  /** How many were so already. */
  same: z.number().int(),
  madeAt: z.iso.datetime(),
  can: z.array(z.enum(['cancel', 'undo'])),
});
export type BatchView = z.output<typeof BatchView>;

/** Which conversations: some by name, or all of a list beyond what is loaded, but for some. */
const list = z.object({
  box: z.enum(listBoxNames),
  filter: z.string().max(8_000).optional(),
  queueId: object('Queue').optional(),
  order: z.enum(listOrders).default('due'),
});
const chosen = {
  ids: z.array(object('Conversation')).max(batchLimits.named).optional(),
  list: list.optional(),
  except: z.array(object('Conversation')).max(batchLimits.named).default([]),
};

/** Whoever reads conversations asks; what is done to each is asked of its own policy. */
const read = { permission: 'conversations.read' } as const;
const one = z.object({ id: BatchId });

export const countChosen = route({
  method: 'POST',
  path: '/api/batch-sizes',
  summary: 'How many conversations a list holds for a batch, up to its limit. Nothing is changed.',
  access: read,
  body: z.object({ list }),
  reply: z.object({ count: z.number().int(), isMore: z.boolean() }),
});

export const previewBatch = route({
  method: 'POST',
  path: '/api/batch-previews',
  summary:
    'What a macro would change of what is chosen, by which acts, and which it leaves and why. Nothing is changed.',
  access: read,
  body: z.object({ macroId: object('Macro'), anyway: z.boolean().default(false), ...chosen }),
  reply: MacroForecast,
});

export const startBatch = route({
  method: 'POST',
  path: '/api/batches',
  summary: 'Change many conversations at once, as a job: each by its own policy, in the order of the list.',
  access: read,
  body: z.object({ id: z.uuid(), action: BatchAction, ...chosen }),
  reply: BatchView,
});

export const listBatches = route({
  method: 'GET',
  path: '/api/batches',
  summary: 'Your batches of the last day, the newest first.',
  access: read,
  reply: z.object({ rows: z.array(BatchView) }),
});

export const readBatch = route({
  method: 'GET',
  path: '/api/batches/:id',
  summary: 'One of your batches, and how far it is.',
  access: read,
  params: one,
  reply: BatchView,
});

export const listBatchItems = route({
  method: 'GET',
  path: '/api/batches/:id/items',
  summary: 'What became of each conversation of a batch, in words.',
  access: read,
  params: one,
  query: z.object({ outcome: z.enum(itemOutcomes).default('refused'), after: z.string().max(20).optional() }),
  reply: page(
    z.object({
      conversationId: ConversationId,
      number: z.number().int(),
      subject: z.string(),
      why: ownWords(z.string()).nullable(),
    }),
  ),
});

export const cancelBatch = route({
  method: 'PUT',
  path: '/api/batches/:id/cancellation',
  summary: 'Stop: what is done stays done and can be undone, the rest stays as it is.',
  access: read,
  params: one,
  reply: BatchView,
});

export const undoBatch = route({
  method: 'PUT',
  path: '/api/batches/:id/undoing',
  summary: 'Take all of it back at once; what somebody changed since stays as they left it.',
  access: read,
  params: one,
  reply: BatchView,
});

/** Somebody changed many at once (the subject is the batch). */
export const batchStarted = event('batch.started', 1, z.object({ does: z.enum(batchActs), total: z.number().int() }));
/** It ended, by itself or by its cancelling. */
export const batchEnded = event(
  'batch.ended',
  1,
  z.object({ how: z.enum(['done', 'cancelled']), changed: z.number().int(), refused: z.number().int() }),
);
/** It was taken back. */
export const batchUndone = event('batch.undone', 1, z.object({ undone: z.number().int(), kept: z.number().int() }));
