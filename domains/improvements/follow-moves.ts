import { sql } from 'kysely';
import type { itemsMoved, moveUndone } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';

/** Merged: what the one showed the other shows, unless it did already; then the tombstone keeps it, and the number stays. */
export async function moveSupports(ctx: Ctx, event: EventOf<typeof itemsMoved>): Promise<void> {
  if (event.body.kind !== 'merge') return;
  await sql`
    update improvement_supports moved set conversation_id = ${event.body.toId}, move_id = ${event.body.moveId}
    where workspace_id = ${ctx.workspaceId} and conversation_id = ${event.subjectId} and not exists (
      select 1 from improvement_supports there
      where there.workspace_id = ${ctx.workspaceId} and there.improvement_id = moved.improvement_id
        and there.conversation_id = ${event.body.toId})`.execute(ctx.db);
}

/** Taken apart again: what went along comes back. */
export async function returnSupports(ctx: Ctx, event: EventOf<typeof moveUndone>): Promise<void> {
  await ctx.db
    .updateTable('improvement_supports')
    .set({ conversation_id: event.subjectId, move_id: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('move_id', '=', event.body.moveId)
    .execute();
}
