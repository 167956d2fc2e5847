import { can, factsOf, loadMany } from '#domains/conversations';
import { loadActor } from '#domains/identity';
import { notify } from '#domains/notices';
import type { Ctx, EventOf } from '#platform/ctx';
import { type Job, type NoticeKind, task } from '#platform/domain';
import * as z from 'zod';
import type { taskAdded, taskChanged } from './contract.ts';

/** What people hear about their tasks. */
export const noticeKinds: readonly NoticeKind[] = [
  { name: 'task-given', says: 'Somebody gave you a task', level: 'customer' },
  { name: 'task-due', says: 'A task of yours is due', level: 'customer' },
];

/** At the moment it is due, its assignee hears of it; a job that finds it done or moved says nothing. */
export function planDueNotice(ctx: Ctx, taskId: string, dueAt: string | null): void {
  if (dueAt === null) return;
  const at = new Date(dueAt);
  ctx.enqueue('checklists.due', { taskId, dueAt }, { startAfter: at > ctx.now ? at : ctx.now });
}

/** Calls an open task to its assignee's mind, once for each time it was due. */
export const taskDue: Job = task('checklists.due', async (ctx, data) => {
  const { taskId, dueAt } = z.object({ taskId: z.uuid(), dueAt: z.iso.datetime() }).parse(data);
  const row = await openTask(ctx, taskId);
  if (row?.due_at?.getTime() !== new Date(dueAt).getTime()) return;
  await tell(ctx, row, { kind: 'task-due', causeId: taskId, at: row.due_at });
});

/** Who was given a task by somebody else is told. */
export async function tellGiven(ctx: Ctx, event: EventOf<typeof taskAdded | typeof taskChanged>): Promise<void> {
  const { taskId, assigneeId } = event.body;
  if (!assigneeId || assigneeId === event.actorId) return;
  const row = await openTask(ctx, taskId);
  if (row?.assignee_id === assigneeId)
    await tell(ctx, row, { kind: 'task-given', causeId: taskId, at: event.occurredAt });
}

type Open = NonNullable<Awaited<ReturnType<typeof openTask>>>;

async function openTask(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('tasks')
    .select(['conversation_id', 'assignee_id', 'due_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** Only who may see the conversation hears of it. */
async function tell(ctx: Ctx, row: Open, said: { kind: string; causeId: string; at: Date }): Promise<void> {
  const [conversation] = await loadMany(ctx, [row.conversation_id]);
  if (!conversation || !row.assignee_id) return;
  if (!can.read(await loadActor(ctx, row.assignee_id), factsOf(conversation))) return;
  await notify(ctx, {
    kind: said.kind,
    causeId: said.causeId,
    occurredAt: said.at,
    teammateIds: [row.assignee_id],
    subjectKind: 'conversation',
    subjectId: conversation.id,
    body: { number: conversation.number },
  });
}
