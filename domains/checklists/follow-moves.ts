import type { itemsMoved, moveUndone } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';

/** Merged: what is to be done goes along. */
export async function moveTasks(ctx: Ctx, event: EventOf<typeof itemsMoved>): Promise<void> {
  if (event.body.kind !== 'merge') return;
  await ctx.db
    .updateTable('tasks')
    .set({ conversation_id: event.body.toId, move_id: event.body.moveId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', event.subjectId)
    .execute();
}

/** Taken apart again: what went along comes back. */
export async function returnTasks(ctx: Ctx, event: EventOf<typeof moveUndone>): Promise<void> {
  await ctx.db
    .updateTable('tasks')
    .set({ conversation_id: event.subjectId, move_id: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', event.body.moveId)
    .execute();
}
