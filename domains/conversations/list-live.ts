import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { ConversationRow } from './contract.ts';
import type { ListedRow } from './load.ts';
import { inHand, visible } from './policy.ts';
import { rowColumns } from './sql.ts';
import { rowView, seenVersions } from './views.ts';

/** Most rows of each part: who chats with more at once chats with nobody. */
const partLimit = 50;

/** The chats of one person: at hand, waiting for anybody, and coming back later. */
export interface LiveWork {
  readonly mine: ConversationRow[];
  readonly waiting: ConversationRow[];
  readonly later: ConversationRow[];
}

/**
 * Conversations on channels where both sides are there at once: mine, those that wait for anybody I may take them from,
 * and mine that come back later. Mine stand in the order they came to be, so that a desk of columns never re-orders.
 */
export async function listLive(ctx: ReadCtx): Promise<LiveWork> {
  const kinds = liveKinds(ctx);
  if (kinds.length === 0 || ctx.actor.id === null) return { mine: [], waiting: [], later: [] };
  const own = live(ctx, kinds).where(inHand(ctx.actor)).where('status_category', 'in', ['open', 'waiting']);
  const mine = await own.where('snoozed_until', 'is', null).orderBy('opened_at').orderBy('id').execute();
  const later = await own.where('snoozed_until', 'is not', null).orderBy('snoozed_until').orderBy('id').execute();
  const waiting = await live(ctx, kinds)
    .where('assignee_id', 'is', null)
    .where('status_category', '=', 'open')
    .where('snoozed_until', 'is', null)
    .where(visible(ctx.actor))
    .orderBy('waiting_since')
    .orderBy('id')
    .execute();
  const rows = await viewsOf(ctx, [...mine, ...waiting, ...later]);
  return {
    mine: rows.slice(0, mine.length),
    waiting: rows.slice(mine.length, mine.length + waiting.length),
    later: rows.slice(mine.length + waiting.length),
  };
}

/** Kinds of channel on which both are there at once and something can be written. */
export function liveKinds(ctx: ReadCtx): readonly string[] {
  return [...ctx.house.channels.values()].filter((one) => one.live && one.reply).map(({ kind }) => kind);
}

function live(ctx: ReadCtx, kinds: readonly string[]) {
  return ctx.db
    .selectFrom('conversations')
    .select(rowColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('merged_at', 'is', null)
    .where('last_channel', '=', sql<string>`any(${[...kinds]}::text[])`)
    .limit(partLimit);
}

async function viewsOf(ctx: ReadCtx, rows: readonly ListedRow[]): Promise<ConversationRow[]> {
  const seen = await seenVersions(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => rowView(row, seen.get(row.id) ?? 0));
}
