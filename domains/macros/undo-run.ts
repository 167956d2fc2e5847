import * as z from 'zod';
import { takeBackTasks } from '#domains/checklists';
import {
  assign,
  conversationView,
  setPriority,
  setReason,
  setStatus,
  snooze,
  tag,
  takeBackNote,
  withdrawPromise,
} from '#domains/conversations';
import type { ConversationView } from '#domains/conversations/contract';
import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { macroUndone } from './contract.ts';

/** What a run made, beside what it set. */
export interface Made {
  readonly promises: string[];
  readonly notes: string[];
  readonly tasks: string[];
}

/** What of a conversation a macro may set, as ids, numbers and times. */
export const State = z.object({
  statusId: z.string(),
  assigneeId: z.string().nullable(),
  queueId: z.string().nullable(),
  reasonId: z.string().nullable(),
  priority: z.number(),
  snoozedUntil: z.string().nullable(),
  tagIds: z.array(z.string()),
});
export type State = z.output<typeof State>;
const After = State.extend({
  // Runs of before there were checklists in macros know of no tasks.
  made: z.object({
    promises: z.array(z.string()),
    notes: z.array(z.string()),
    tasks: z.array(z.string()).default([]),
  }),
});

/** What a macro may set, as it is now. */
export function stateOf(view: ConversationView): State {
  return {
    statusId: view.status.id,
    assigneeId: view.assigneeId,
    queueId: view.queueId,
    reasonId: view.reasonId,
    priority: view.priority,
    snoozedUntil: view.snoozedUntil,
    tagIds: view.tags.map(({ id }) => id),
  };
}

/** Takes back all that a run did; what somebody changed since stays as they left it. */
export async function undoMacro(ctx: Ctx, runId: string): Promise<{ conversation: ConversationView }> {
  const run = await ctx.db
    .selectFrom('macro_runs')
    .select(['macro_id', 'conversation_id', 'before', 'after', 'undone_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  if (!run) throw notFound();
  const id = run.conversation_id;
  const view = await conversationView(ctx, id);
  if (run.undone_at) return { conversation: view };
  const after = After.parse(run.after);
  await putBack(ctx, view, { before: State.parse(run.before), after });
  for (const promiseId of after.made.promises) await withdrawPromise(ctx, id, promiseId);
  for (const noteId of after.made.notes) await takeBackNote(ctx, noteId);
  if (after.made.tasks.length > 0) await takeBackTasks(ctx, id, after.made.tasks);
  await ctx.db
    .updateTable('macro_runs')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', runId)
    .execute();
  ctx.emit(macroUndone, id, { macroId: run.macro_id, runId });
  return { conversation: await conversationView(ctx, id) };
}

/** Puts back what was set and is still as it was left; the rest is somebody else's by now. */
export async function putBack(ctx: Ctx, view: ConversationView, run: { before: State; after: State }): Promise<void> {
  const { before, after } = run;
  const now = stateOf(view);
  const isOurs = (field: keyof State): boolean => now[field] === after[field] && after[field] !== before[field];
  if (isOurs('statusId')) await setStatus(ctx, view.id, before.statusId);
  if (isOurs('assigneeId') || isOurs('queueId')) {
    await assign(ctx, view.id, {
      assigneeId: isOurs('assigneeId') ? before.assigneeId : now.assigneeId,
      // they had it: taking back is not handing over
      anyway: true,
      ...(isOurs('queueId') && before.queueId ? { queueId: before.queueId } : {}),
    });
  }
  if (isOurs('reasonId')) await setReason(ctx, view.id, before.reasonId);
  if (isOurs('priority')) await setPriority(ctx, view.id, before.priority);
  if (isOurs('snoozedUntil')) await wakeOrSleep(ctx, view.id, before.snoozedUntil);
  const added = after.tagIds.filter((tagId) => !before.tagIds.includes(tagId));
  if (added.length > 0)
    await tag(
      ctx,
      view.id,
      view.tags.filter((one) => !added.includes(one.id)).map(({ name }) => name),
    );
}

/** A time that has passed meanwhile is not slept to again. */
async function wakeOrSleep(ctx: Ctx, id: string, until: string | null): Promise<void> {
  await snooze(ctx, id, until && new Date(until) > ctx.now ? new Date(until) : null);
}
