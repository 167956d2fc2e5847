import * as z from 'zod';
import { ConversationId, ConversationView } from '#domains/conversations/contract';
import { event, id, route } from '#platform/contract';

export const MacroId = id('Macro');
export const MacroRunId = id('MacroRun');

const object = (kind: string) => z.uuid().meta({ object: kind });
/** Longest time ahead that a macro promises or puts away, in minutes: a quarter of a year. */
const mostMinutes = 90 * 24 * 60;
const minutes = z.number().int().min(5).max(mostMinutes);

/** What a macro does beside its words; each is checked as if it were done by hand. */
export const MacroAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('status'), statusId: object('Status') }),
  z.object({ do: z.literal('assign'), teammateId: z.union([z.enum(['me', 'nobody']), object('Teammate')]) }),
  z.object({ do: z.literal('queue'), queueId: object('Queue') }),
  z.object({ do: z.literal('tag'), names: z.array(z.string().trim().min(1).max(60)).min(1).max(20) }),
  z.object({ do: z.literal('reason'), reasonId: object('Reason') }),
  z.object({ do: z.literal('priority'), priority: z.number().int().min(1).max(4) }),
  z.object({ do: z.literal('snooze'), minutes }),
  z.object({ do: z.literal('promise'), minutes, words: z.string().trim().min(1).max(300) }),
  z.object({ do: z.literal('note'), text: z.string().trim().min(1).max(5_000) }),
  z.object({ do: z.literal('checklist'), templateId: object('Checklist') }),
  z.object({ do: z.literal('close') }),
]);
export type MacroAction = z.output<typeof MacroAction>;

export const visibilities = ['mine', 'team', 'brand', 'all'] as const;

/** Most acts of one macro. */
const actionLimit = 12;

const body = z.object({
  name: z.string().trim().min(1).max(120),
  text: z.string().max(20_000).default(''),
  actions: z.array(MacroAction).max(actionLimit).default([]),
  visibility: z.enum(visibilities).default('mine'),
  teamId: object('Team').nullable().default(null),
  brandId: object('Brand').nullable().default(null),
});

export const MacroView = body.extend({
  id: z.string(),
  ownerId: z.string().nullable(),
  usedCount: z.number().int(),
  usedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['change'])),
});
export type MacroView = z.output<typeof MacroView>;

const note = { permission: 'conversations.note' } as const;

export const listMacros = route({
  method: 'GET',
  path: '/api/macros',
  summary: 'The macros you may use, most used first; of one brand with what fits every brand.',
  access: note,
  query: z.object({ brandId: z.uuid().optional() }),
  reply: z.object({ rows: z.array(MacroView) }),
});

export const addMacro = route({
  method: 'POST',
  path: '/api/macros',
  summary: 'Add a macro: for yourself, a team, a brand or everybody.',
  access: note,
  body: body.extend({ id: z.uuid() }),
  reply: MacroView,
});

export const changeMacro = route({
  method: 'PUT',
  path: '/api/macros/:id',
  summary: 'Change a macro.',
  access: note,
  params: z.object({ id: MacroId }),
  body,
  reply: MacroView,
});

export const archiveMacro = route({
  method: 'DELETE',
  path: '/api/macros/:id',
  summary: 'Archive a macro: it is offered no more, and what it did stays.',
  access: note,
  params: z.object({ id: MacroId }),
  reply: z.object({}),
});

/** One act as it would be here: whether it may be done, and what it would set, in words the screen knows. */
export const PlannedAction = z.object({
  action: MacroAction,
  /** Null: it may; else why not. */
  refused: z.string().nullable(),
  /** The name of what it sets: a status, a person, a queue, a reason. */
  name: z.string(),
  /** Whom it is handed to has as many at hand as they may have at once. */
  full: z.object({ has: z.number().int(), limit: z.number().int() }).nullable(),
});

/** Why a macro over many leaves one as it is. */
export const leftBecause = ['gone', 'may-not', 'out-of-reach', 'full', 'parts', 'reason', 'fields', 'gap'] as const;

/** What a macro would do to many: how many become different, by which acts, and which are left as they are and why. */
export const MacroForecast = z.object({
  total: z.number().int(),
  changes: z.number().int(),
  /** All it sets is so already. */
  same: z.number().int(),
  /** It has words too; they are for one conversation at a time. */
  hasWords: z.boolean(),
  actions: z.array(z.object({ action: MacroAction, name: z.string(), count: z.number().int() })),
  left: z.array(
    z.object({
      why: z.enum(leftBecause),
      count: z.number().int(),
      first: z.array(z.object({ id: z.string(), number: z.number().int(), subject: z.string() })),
    }),
  ),
  /** Whose hands would hold more than they may, by how many, and how full they are now. */
  full: z.array(
    z.object({
      teammateId: z.string(),
      name: z.string(),
      has: z.number().int(),
      limit: z.number().int(),
      over: z.number().int(),
    }),
  ),
});
export type MacroForecast = z.output<typeof MacroForecast>;

export const previewMacro = route({
  method: 'GET',
  path: '/api/conversations/:conversationId/macros/:id',
  summary: 'What a macro would write and do in a conversation, and which of its variables are missing.',
  access: note,
  params: z.object({ conversationId: ConversationId, id: MacroId }),
  reply: z.object({ text: z.string(), missing: z.array(z.string()), actions: z.array(PlannedAction) }),
});

export const runMacro = route({
  method: 'POST',
  path: '/api/conversations/:conversationId/macro-runs',
  summary:
    'Do what a macro does, all or nothing, as if by hand. With words still to be sent, closing and snoozing wait for them.',
  access: note,
  params: z.object({ conversationId: ConversationId }),
  body: z.object({ id: z.uuid(), macroId: MacroId, hasWords: z.boolean().default(false) }),
  reply: z.object({ conversation: ConversationView, left: z.array(z.enum(['close', 'snooze'])) }),
});

export const undoMacro = route({
  method: 'DELETE',
  path: '/api/macro-runs/:id',
  summary: 'Undo all that a macro did in one go; what somebody changed since stays.',
  access: note,
  params: z.object({ id: MacroRunId }),
  reply: z.object({ conversation: ConversationView }),
});

/** A macro was made, changed or archived (the subject is the macro). */
export const macroChanged = event('macro.changed', 1, z.object({ how: z.enum(['added', 'changed', 'archived']) }));
/** A macro was used (the subject is the conversation). */
export const macroUsed = event(
  'macro.used',
  1,
  z.object({ macroId: z.uuid(), runId: z.uuid(), actions: z.number().int().min(0) }),
);
/** What a macro did was taken back (the subject is the conversation). */
export const macroUndone = event('macro.undone', 1, z.object({ macroId: z.uuid(), runId: z.uuid() }));
