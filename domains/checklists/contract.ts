import * as z from 'zod';
import { ConversationId } from '#domains/conversations/contract';
import { event, id, route } from '#platform/contract';

export const TaskId = id('Task');
const TeammateId = z.uuid().meta({ object: 'Teammate' });
const time = z.iso.datetime();

export const TaskView = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** Of the conversation it is in. */
  number: z.number().int(),
  subject: z.string(),
  title: z.string(),
  assigneeId: z.string().nullable(),
  dueAt: time.nullable(),
  doneAt: time.nullable(),
  doneBy: z.string().nullable(),
  can: z.array(z.enum(['change'])),
});
export type TaskView = z.output<typeof TaskView>;

const body = z.object({
  title: z.string().trim().min(1).max(300),
  assigneeId: TeammateId.nullable().default(null),
  dueAt: time.nullable().default(null),
});
const read = { permission: 'conversations.read' } as const;
const note = { permission: 'conversations.note' } as const;
const configure = { permission: 'settings.configure' } as const;

export const listTasks = route({
  method: 'GET',
  path: '/api/conversations/:conversationId/tasks',
  summary: 'What is to be done in a conversation, in the order it was written down.',
  access: read,
  params: z.object({ conversationId: ConversationId }),
  reply: z.object({ rows: z.array(TaskView) }),
});

export const listMyTasks = route({
  method: 'GET',
  path: '/api/tasks/mine',
  summary: 'What you have still to do, in all conversations you may see, what is due first.',
  access: read,
  reply: z.object({ rows: z.array(TaskView) }),
});

/** Tasks that are put into a conversation together. */
export const ChecklistTemplate = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(120),
  tasks: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(300),
        /** From when it is put there; null has no time. */
        dueInHours: z.number().int().min(1).max(2_160).nullable().default(null),
        /** Whoever puts it there has it. */
        toMe: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(30),
});
export type ChecklistTemplate = z.output<typeof ChecklistTemplate>;

export const listChecklists = route({
  method: 'GET',
  path: '/api/checklists',
  summary: 'The checklists there are; administrators write them as the setting `checklists.templates`.',
  access: note,
  reply: z.object({ rows: z.array(ChecklistTemplate) }),
});

const template = z.object({ id: z.uuid().meta({ object: 'Checklist' }) });

export const writeChecklist = route({
  method: 'POST',
  path: '/api/checklists',
  summary: 'Write a new checklist; the same id again is the same one.',
  access: configure,
  body: ChecklistTemplate,
  reply: z.object({ rows: z.array(ChecklistTemplate) }),
});

export const changeChecklist = route({
  method: 'PUT',
  path: '/api/checklists/:id',
  summary: 'Write one checklist anew; the others stay as they are.',
  access: configure,
  params: template,
  body: ChecklistTemplate.omit({ id: true }),
  reply: z.object({ rows: z.array(ChecklistTemplate) }),
});

export const removeChecklist = route({
  method: 'DELETE',
  path: '/api/checklists/:id',
  summary: 'Remove one checklist; tasks that were made of it stay.',
  access: configure,
  params: template,
  reply: z.object({ rows: z.array(ChecklistTemplate) }),
});

export const addChecklist = route({
  method: 'POST',
  path: '/api/conversations/:conversationId/checklists',
  summary: 'Put the tasks of a checklist into a conversation; the same id again puts them there once.',
  access: note,
  params: z.object({ conversationId: ConversationId }),
  body: z.object({ id: z.uuid(), templateId: z.uuid().meta({ object: 'Checklist' }) }),
  reply: z.object({ rows: z.array(TaskView) }),
});

export const addTask = route({
  method: 'POST',
  path: '/api/conversations/:conversationId/tasks',
  summary: 'Write down something to be done; the same one again is written once.',
  access: note,
  params: z.object({ conversationId: ConversationId }),
  body: body.extend({ id: z.uuid() }),
  reply: TaskView,
});

export const changeTask = route({
  method: 'PUT',
  path: '/api/tasks/:id',
  summary: 'Change what is to be done, by whom, by when.',
  access: note,
  params: z.object({ id: TaskId }),
  body,
  reply: TaskView,
});

export const doTask = route({
  method: 'PUT',
  path: '/api/tasks/:id/completion',
  summary: 'It is done.',
  access: note,
  params: z.object({ id: TaskId }),
  reply: TaskView,
});

export const undoTask = route({
  method: 'DELETE',
  path: '/api/tasks/:id/completion',
  summary: 'It is still to be done.',
  access: note,
  params: z.object({ id: TaskId }),
  reply: TaskView,
});

export const removeTask = route({
  method: 'DELETE',
  path: '/api/tasks/:id',
  summary: 'It need not be done.',
  access: note,
  params: z.object({ id: TaskId }),
  reply: z.object({}),
});

const task = { taskId: z.uuid() };
/** Something is to be done (the subject of all of these is the conversation). */
export const taskAdded = event(
  'task.added',
  1,
  z.object({ ...task, assigneeId: z.uuid().nullable(), dueAt: time.nullable() }),
);
export const taskChanged = event(
  'task.changed',
  1,
  z.object({ ...task, assigneeId: z.uuid().nullable(), dueAt: time.nullable() }),
);
export const taskDone = event('task.done', 1, z.object({ ...task, done: z.boolean() }));
export const taskRemoved = event('task.removed', 1, z.object(task));
