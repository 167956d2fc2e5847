import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { writeLater } from '#platform/database';
import type { ConversationRecord } from './load.ts';
import { roomsOf } from './rooms.ts';
import { forgetRow } from './row-here.ts';

/**
 * The clocks write here what is owed next, so that lists sort and count down without asking anybody. One statement and
 * not `change()`: no counter depends on what is owed, and every message and every reply comes through here. Who knows
 * the row by heart gives it: then the statement goes with the next, or with the commit.
 */
export async function noteDue(
  ctx: Ctx,
  conversationId: string,
  due: { dueAt: Date | null; kind: string | null },
  known?: Pick<ConversationRecord, 'team_id' | 'assignee_id' | 'brand_id'>,
): Promise<void> {
  const noted = ctx.db
    .updateTable('conversations')
    .set({ due_at: due.dueAt, due_kind: due.kind, version: sql`version + 1`, changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', conversationId)
    .where((eb) => eb.or([eb('due_at', 'is distinct from', due.dueAt), eb('due_kind', 'is distinct from', due.kind)]));
  forgetRow(ctx, conversationId);
  if (known) await writeLater(ctx.db, noted);
  const row = known ?? (await noted.returning(['team_id', 'assignee_id', 'brand_id']).executeTakeFirst());
  if (row) ctx.touch('conversation', conversationId, roomsOf(row));
}
