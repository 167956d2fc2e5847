import * as z from 'zod';
import { ConversationId } from '#domains/conversations/contract';
import { cursor, event, id, page, route } from '#platform/contract';

export const ImprovementId = id('Improvement');
const TeammateId = z.uuid().meta({ object: 'Teammate' });
const time = z.iso.datetime();

/** What has to be mended: a text of ours, the goods, how we work, what we allow, or what answers by itself. */
export const improvementKinds = ['article', 'product', 'process', 'policy', 'bot'] as const;
export const improvementStates = ['open', 'taken', 'done', 'declined'] as const;
export type ImprovementState = (typeof improvementStates)[number];

export const ImprovementView = z.object({
  id: z.string(),
  brandId: z.string(),
  kind: z.enum(improvementKinds),
  /** Empty where it was erased with the customer it spoke of. */
  title: z.string(),
  words: z.string(),
  state: z.enum(improvementStates),
  ownerId: z.string().nullable(),
  /** What was done, or why nothing will be. */
  outcome: z.string(),
  /** How many conversations show it. */
  supports: z.number().int(),
  /** The newest of them that the reader may see. */
  seenIn: z.array(z.object({ id: z.string(), number: z.number().int(), subject: z.string() })),
  suggestedBy: z.string().nullable(),
  suggestedAt: time,
  settledBy: z.string().nullable(),
  settledAt: time.nullable(),
  can: z.array(z.enum(['settle'])),
});
export type ImprovementView = z.output<typeof ImprovementView>;

const read = { permission: 'conversations.read' } as const;
const note = { permission: 'conversations.note' } as const;
const settle = { permission: 'improvements.settle' } as const;
const params = z.object({ id: ImprovementId });

export const listImprovements = route({
  method: 'GET',
  path: '/api/improvements',
  summary:
    'What should be mended, of the brands you serve: in one state, what most conversations show or the newest first.',
  access: read,
  query: cursor.extend({
    state: z.enum(improvementStates).default('open'),
    sort: z.enum(['most', 'newest']).default('most'),
    kind: z.enum(improvementKinds).optional(),
    brandId: z.uuid().meta({ object: 'Brand' }).optional(),
    ownerId: TeammateId.optional(),
  }),
  reply: page(ImprovementView),
});

export const getImprovement = route({
  method: 'GET',
  path: '/api/improvements/:id',
  summary: 'One thing that should be mended, and where it stands.',
  access: read,
  params,
  reply: ImprovementView,
});

export const improvementsOfConversation = route({
  method: 'GET',
  path: '/api/conversations/:conversationId/improvements',
  summary: 'What this conversation shows that should be mended.',
  access: read,
  params: z.object({ conversationId: ConversationId }),
  reply: z.object({ rows: z.array(ImprovementView) }),
});

export const suggestImprovement = route({
  method: 'POST',
  path: '/api/conversations/:conversationId/improvements',
  summary: 'Suggest what should be mended, from a conversation that shows it; the same one again is suggested once.',
  access: note,
  params: z.object({ conversationId: ConversationId }),
  body: z.object({
    id: z.uuid(),
    kind: z.enum(improvementKinds),
    title: z.string().trim().min(1).max(160),
    words: z.string().trim().max(4_000).default(''),
  }),
  reply: ImprovementView,
});

export const supportImprovement = route({
  method: 'PUT',
  path: '/api/improvements/:id/conversations/:conversationId',
  summary: 'This conversation shows it too. Twice is once.',
  access: note,
  params: params.extend({ conversationId: ConversationId }),
  reply: ImprovementView,
});

export const unsupportImprovement = route({
  method: 'DELETE',
  path: '/api/improvements/:id/conversations/:conversationId',
  summary: 'This conversation does not show it after all.',
  access: note,
  params: params.extend({ conversationId: ConversationId }),
  reply: ImprovementView,
});

export const settleImprovement = route({
  method: 'PUT',
  path: '/api/improvements/:id/state',
  summary:
    'Take it, say who takes it, say that it is done, or decline it with the reason. Who suggested it is told of the last two.',
  access: settle,
  params,
  body: z.discriminatedUnion('state', [
    z.object({ state: z.literal('open') }),
    z.object({ state: z.literal('taken'), ownerId: TeammateId }),
    z.object({ state: z.literal('done'), outcome: z.string().trim().max(1_000).default('') }),
    z.object({ state: z.literal('declined'), outcome: z.string().trim().min(1).max(1_000) }),
  ]),
  reply: ImprovementView,
});

const what = { improvementId: z.uuid() };
/** Something should be mended (the subject is the conversation that shows it). */
export const improvementSuggested = event(
  'improvement.suggested',
  1,
  z.object({ ...what, kind: z.enum(improvementKinds), isNew: z.boolean() }),
);
/** A conversation shows it no more (the subject is the conversation). */
export const improvementWithdrawn = event('improvement.withdrawn', 1, z.object(what));
/** Where it stands now (the subject is the improvement). */
export const improvementSettled = event(
  'improvement.settled',
  1,
  z.object({ from: z.enum(improvementStates), state: z.enum(improvementStates), ownerId: z.uuid().nullable() }),
);
