import type { Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { countChange } from './count.ts';
import type { Conversation } from './load.ts';
import { columns } from './sql.ts';
import { roomsOf } from './rooms.ts';
import { noteRow } from './row-here.ts';
import { searchLater } from './search/write-search.ts';

type Change = Omit<
  Updateable<DB['conversations']>,
  'workspace_id' | 'id' | 'version' | 'changed_at' | 'last_entry_version'
>;

/**
 * The one way a conversation row changes, under its lock: bumps the version, keeps the counters, tells the screens.
 * `entry` says that the spine grew, which is what makes it unread for others.
 */
export async function change(
  ctx: Ctx,
  before: Conversation,
  changes: Change,
  options: { entry?: boolean } = {},
): Promise<Conversation> {
  const row = await ctx.db
    .updateTable('conversations')
    .set({
      ...changes,
      version: sql`version + 1`,
      changed_at: ctx.now,
      ...(options.entry ? { last_entry_version: sql`version + 1` } : {}),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', before.id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  const after: Conversation = { ...row, grantedTo: before.grantedTo, sharedWith: before.sharedWith };
  noteRow(ctx, after);
  await countChange(ctx, before, after);
  ctx.touch('conversation', before.id, roomsOf(before));
  if (options.entry || searched.some((column) => column in changes)) searchLater(ctx, before.id);
  return after;
}

/** What the search holds of a row beside its entries. */
const searched = ['subject', 'customer_name', 'brand_id', 'team_id', 'assignee_id', 'merged_at'] as const;
