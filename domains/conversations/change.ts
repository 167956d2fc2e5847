import type { Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { builtOnce, type DB } from '#platform/database';
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
  const row = await changeRow(ctx, before.id, { ...changes, changed_at: ctx.now }, options.entry ?? false);
  const after: Conversation = { ...row, grantedTo: before.grantedTo, sharedWith: before.sharedWith };
  noteRow(ctx, after);
  await countChange(ctx, before, after);
  ctx.touch('conversation', before.id, roomsOf(before));
  if (options.entry || searched.some((column) => column in changes)) searchLater(ctx, before.id);
  return after;
}

/** Changes of the same columns are one statement; what a verb changes is always the same few. */
const updates = new Map<string, ReturnType<typeof updateOf>>();

type Changed = Updateable<DB['conversations']>;
type ChangedOf = Changed & { readonly workspaceId: string; readonly changedId: string };

function updateOf(names: readonly (keyof Changed)[], isEntry: boolean) {
  return builtOnce((db, given: ChangedOf) =>
    db
      .updateTable('conversations')
      .set({
        ...(Object.fromEntries(names.map((name) => [name, given[name]])) as Changed),
        version: sql`version + 1`,
        ...(isEntry ? { last_entry_version: sql`version + 1` } : {}),
      })
      .where('workspace_id', '=', given.workspaceId)
      .where('id', '=', given.changedId)
      .returning(columns),
  );
}

async function changeRow(ctx: Ctx, id: string, changes: Changed, isEntry: boolean) {
  const names = (Object.keys(changes) as (keyof Changed)[]).filter((name) => changes[name] !== undefined);
  const key = `${names.join()} ${isEntry}`;
  const update = updates.get(key) ?? updateOf(names, isEntry);
  updates.set(key, update);
  const [row] = await update(ctx.db, { ...changes, workspaceId: ctx.workspaceId, changedId: id });
  if (!row) throw new Error('A conversation was gone while it was locked.');
  return row;
}

/** What the search holds of a row beside its entries. */
const searched = ['subject', 'customer_name', 'brand_id', 'team_id', 'assignee_id', 'merged_at'] as const;
