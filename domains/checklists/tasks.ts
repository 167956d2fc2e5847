import { can, factsOf, load, loadMany } from '#domains/conversations';
import { knownTeammates } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import { taskAdded, taskChanged, taskDone, taskRemoved, type TaskView } from './contract.ts';
import { planDueNotice } from './notices.ts';

/** What who may not write notes there is told. */
export const mayNotChange = problem(
  'checklists/may-not-change',
  403,
  'You may not change this task',
  'Ask the conversation’s team.',
);
const unknownPerson = problem(
  'checklists/unknown-person',
  422,
  'That is not a teammate here',
  'Choose the name from the list.',
);

/** Most tasks of one conversation, and most of one person that are shown. */
const taskLimit = 200;

/** A task as it is given. */
export interface TaskGiven {
  readonly title: string;
  readonly assigneeId: string | null;
  readonly dueAt: string | null;
}

const columns = ['id', 'conversation_id', 'title', 'assignee_id', 'due_at', 'done_at', 'done_by'] as const;
type Row = Awaited<ReturnType<typeof rowById>>;

/** The tasks of a conversation the actor may see. */
export async function listTasks(ctx: ReadCtx, conversationId: string): Promise<TaskView[]> {
  await load(ctx, conversationId);
  const rows = await ctx.db
    .selectFrom('tasks')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('removed_at', 'is', null)
    .orderBy('made_at')
    .orderBy('id')
    .limit(taskLimit)
    .execute();
  return viewsOf(ctx, rows);
}

/** What the actor has still to do; tasks of conversations they may no longer see are left out. */
export async function listMyTasks(ctx: ReadCtx): Promise<TaskView[]> {
  if (ctx.actor.id === null) return [];
  const rows = await ctx.db
    .selectFrom('tasks')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('assignee_id', '=', ctx.actor.id)
    .where('done_at', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id')
    .limit(taskLimit)
    .execute();
  return viewsOf(ctx, rows);
}

/** Write down something to be done; the same one again is written once. */
export async function addTask(ctx: Ctx, conversationId: string, id: string, given: TaskGiven): Promise<TaskView> {
  const conversation = await load(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(conversation))) throw mayNotChange();
  await checkPerson(ctx, given.assigneeId);
  const made = await ctx.db
    .insertInto('tasks')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      conversation_id: conversationId,
      customer_id: conversation.customer_id,
      title: given.title,
      assignee_id: given.assigneeId,
      due_at: given.dueAt,
      made_by: ctx.actor.id,
      made_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  const view = await viewById(ctx, id);
  if (made.numInsertedOrUpdatedRows !== 1n) {
    if (view.conversationId !== conversationId || view.title !== given.title) throw sameIdOtherBody();
    return view;
  }
  ctx.emit(taskAdded, conversationId, { taskId: id, assigneeId: given.assigneeId, dueAt: given.dueAt });
  ctx.touch('conversation', conversationId);
  planDueNotice(ctx, id, given.dueAt);
  return view;
}

/** Change what is to be done, by whom, by when. */
export async function changeTask(ctx: Ctx, id: string, given: TaskGiven): Promise<TaskView> {
  const row = await changeable(ctx, id);
  await checkPerson(ctx, given.assigneeId);
  await set(ctx, id, { title: given.title, assignee_id: given.assigneeId, due_at: given.dueAt });
  ctx.emit(taskChanged, row.conversation_id, { taskId: id, assigneeId: given.assigneeId, dueAt: given.dueAt });
  ctx.touch('conversation', row.conversation_id);
  planDueNotice(ctx, id, given.dueAt);
  return viewById(ctx, id);
}

/** It is done, or after all still to be done; twice is once. */
export async function completeTask(ctx: Ctx, id: string, done: boolean): Promise<TaskView> {
  const row = await changeable(ctx, id);
  if ((row.done_at !== null) !== done) {
    await set(ctx, id, { done_at: done ? ctx.now : null, done_by: done ? ctx.actor.id : null });
    ctx.emit(taskDone, row.conversation_id, { taskId: id, done });
    ctx.touch('conversation', row.conversation_id);
  }
  return viewById(ctx, id);
}

/** It need not be done. */
export async function removeTask(ctx: Ctx, id: string): Promise<void> {
  const row = await changeable(ctx, id);
  await set(ctx, id, { removed_at: ctx.now });
  ctx.emit(taskRemoved, row.conversation_id, { taskId: id });
  ctx.touch('conversation', row.conversation_id);
}

/** Takes tasks of a conversation back that were put there in one go; what is done by now, or elsewhere, stays. */
export async function takeBackTasks(ctx: Ctx, conversationId: string, ids: readonly string[]): Promise<void> {
  const there = new Map((await listTasks(ctx, conversationId)).map((task) => [task.id, task]));
  for (const id of ids) if (there.get(id)?.doneAt === null) await removeTask(ctx, id);
}

async function set(ctx: Ctx, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  await ctx.db
    .updateTable('tasks')
    .set(values)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

async function changeable(ctx: Ctx, id: string): Promise<Row> {
  const row = await rowById(ctx, id);
  if (!can.note(ctx.actor, factsOf(await load(ctx, row.conversation_id)))) throw mayNotChange();
  return row;
}

async function viewById(ctx: ReadCtx, id: string): Promise<TaskView> {
  const [view] = await viewsOf(ctx, [await rowById(ctx, id)]);
  if (!view) throw notFound();
  return view;
}

async function rowById(ctx: ReadCtx, id: string) {
  const row = await ctx.db
    .selectFrom('tasks')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** With the conversation each is in; those of conversations the actor may not see do not exist. */
async function viewsOf(ctx: ReadCtx, rows: readonly Row[]): Promise<TaskView[]> {
  const ids = [...new Set(rows.map((row) => row.conversation_id))];
  const seen = new Map((await loadMany(ctx, ids)).map((conversation) => [conversation.id, conversation]));
  return rows.flatMap((row): TaskView[] => {
    const conversation = seen.get(row.conversation_id);
    if (!conversation) return [];
    return [
      {
        id: row.id,
        conversationId: row.conversation_id,
        number: conversation.number,
        subject: conversation.subject,
        title: row.title,
        assigneeId: row.assignee_id,
        dueAt: row.due_at?.toISOString() ?? null,
        doneAt: row.done_at?.toISOString() ?? null,
        doneBy: row.done_by,
        can: can.note(ctx.actor, factsOf(conversation)) ? ['change'] : [],
      },
    ];
  });
}

async function checkPerson(ctx: Ctx, teammateId: string | null): Promise<void> {
  if (teammateId && !(await knownTeammates(ctx, [teammateId])).has(teammateId)) throw unknownPerson();
}
