import type { Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { builtByFields, type DB } from '#platform/database';
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
  const of = { ofWorkspace: ctx.workspaceId, ofId: before.id };
  const set = options.entry ? changeByEntry : changeRow;
  const [row] = await set(ctx.db, { ...changes, changed_at: ctx.now, ...of });
  if (!row) throw new Error('A conversation was gone while it was locked.');
  const after: Conversation = { ...row, grantedTo: before.grantedTo, sharedWith: before.sharedWith };
  noteRow(ctx, after);
  await countChange(ctx, before, after);
  ctx.touch('conversation', before.id, roomsOf(before));
  if (options.entry || searched.some((column) => column in changes)) searchLater(ctx, before.id);
  return after;
}

type Changed = Updateable<DB['conversations']>;
interface Of {
  readonly ofWorkspace: string;
  readonly ofId: string;
}

function changing(isEntry: boolean) {
  return builtByFields((db, given: Changed & Of, names) => {
    const columnsGiven = names.filter((name) => name !== 'ofWorkspace' && name !== 'ofId');
    return db
      .updateTable('conversations')
      .set({
        ...(Object.fromEntries(columnsGiven.map((name) => [name, given[name]])) as Changed),
        version: sql`version + 1`,
        ...(isEntry ? { last_entry_version: sql`version + 1` } : {}),
      })
      .where('workspace_id', '=', given.ofWorkspace)
      .where('id', '=', given.ofId)
      .returning(columns);
  });
}

const changeRow = changing(false);
const changeByEntry = changing(true);

/** What the search holds of a row beside its entries. */
const searched = ['subject', 'customer_name', 'brand_id', 'team_id', 'assignee_id', 'merged_at'] as const;
