import type { Ctx } from '#platform/ctx';
import type { ClockKind } from './contract.ts';
import { slaWarned } from './contract.ts';
import { miss } from './clocks.ts';

/** Most clocks one run of the job tells of; what is left is told a minute later, with its own time all the same. */
const tellLimit = 500;

/** Every minute: tells what is over and what is nearly over, each dated at its own moment. Both reads walk an index. */
export async function watchClocks(ctx: Ctx): Promise<void> {
  await tellMissed(ctx);
  await tellWarned(ctx);
}

async function tellMissed(ctx: Ctx): Promise<void> {
  const due = await untold(ctx).where('due_at', '<=', ctx.now).orderBy('due_at').execute();
  for (const row of due) {
    await miss(ctx, {
      id: row.id,
      conversationId: row.conversation_id,
      kind: row.kind as ClockKind,
      calendarId: row.calendar_id,
      startedAt: row.started_at,
      dueAt: row.due_at,
      missedAt: null,
    });
  }
}

async function tellWarned(ctx: Ctx): Promise<void> {
  const near = await untold(ctx)
    .where('warned_at', 'is', null)
    .where('warn_at', '<=', ctx.now)
    .orderBy('warn_at')
    .execute();
  for (const row of near) {
    await ctx.db
      .updateTable('clocks')
      .set({ warned_at: row.warn_at })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', row.id)
      .execute();
    const body = { clockId: row.id, kind: row.kind as ClockKind, dueAt: row.due_at.toISOString() };
    ctx.emit(slaWarned, row.conversation_id, body, { occurredAt: row.warn_at });
  }
}

/** Clocks that run and were not told as missed; those that somebody answers at this moment are left to them. */
function untold(ctx: Ctx) {
  return ctx.db
    .selectFrom('clocks')
    .select(['id', 'conversation_id', 'kind', 'calendar_id', 'started_at', 'warn_at', 'due_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('met_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('missed_at', 'is', null)
    .limit(tellLimit)
    .forUpdate()
    .skipLocked();
}
