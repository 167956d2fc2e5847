import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { itemsMoved, moveUndone } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { moveAll, moveBack } from './moved-items.ts';
import { lockInOrder, mayMove, noteMove, noteUndone, takeMove, type Taken } from './note-move.ts';
import { can, mayNotAssign } from './policy.ts';
import { refreshLast } from './refresh-last.ts';
import { standardStatus } from './words.ts';

const mergedSince = problem(
  'conversations/merged-since',
  409,
  'It was merged again since',
  'Take the later merge apart first.',
);

const time = z.iso
  .datetime()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)));

/** What a row says of its spine: put back as it was when nothing came since. Ids, numbers, times and the last words. */
const Said = z.object({
  status_id: z.string(),
  status_category: z.string(),
  closed_at: time,
  closed_by: z.string().nullable(),
  waiting_since: time,
  snoozed_until: time,
  snoozed_by: z.string().nullable(),
  last_entry_id: z.string().nullable(),
  last_entry_at: z.iso.datetime().transform((text) => new Date(text)),
  last_entry_kind: z.string().nullable(),
  last_channel: z.string().nullable(),
  last_in_at: time,
  last_out_at: time,
  entry_count: z.number(),
  contact_count: z.number(),
});

/** The last words are not kept beside the history of a move: a customer's erasure would not find them there. */
const Before = z.object({ from: Said, to: Said, toEntryVersion: z.number() });

/** Merge: everything of one conversation goes to another; it can go back at any time. */
export async function merge(ctx: Ctx, fromId: string, toId: string): Promise<{ moveId: string }> {
  const [from, to] = await mayMove(ctx, fromId, toId);
  const moveId = await noteMove(ctx, 'merge', from.id, to.id);
  const items = await moveAll(ctx, moveId, from.id, to.id);
  await change(ctx, from, {
    ...(await asTombstone(ctx, from)),
    merged_into_id: to.id,
    merged_at: ctx.now,
  });
  const toEntryVersion = await refreshed(ctx, to);
  await ctx.db
    .updateTable('conversation_moves')
    .set({ before: JSON.stringify({ from: said(from), to: said(to), toEntryVersion }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .execute();
  ctx.emit(itemsMoved, from.id, { moveId, kind: 'merge', toId: to.id, items });
  return { moveId };
}

/** Undo: what went goes back; what came later, and what was moved on since, stays where it is. */
export async function undoMove(ctx: Ctx, moveId: string): Promise<{ fromId: string }> {
  const move = await takeMove(ctx, moveId);
  const [from, to] = await lockInOrder(ctx, move.from_id, move.to_id);
  if (!can.assign(ctx.actor, { ...factsOf(to), mergedAt: null })) throw mayNotAssign();
  if (move.undone_at) return { fromId: move.from_id };
  if (move.kind === 'merge') await unmerge(ctx, moveId, { from, to }, move);
  else await rejoin(ctx, moveId, { from, to }, move.kind);
  await noteUndone(ctx, moveId);
  ctx.emit(moveUndone, move.from_id, { moveId, toId: move.to_id });
  return { fromId: from.id };
}

interface Both {
  readonly from: Conversation;
  readonly to: Conversation;
}

async function unmerge(ctx: Ctx, moveId: string, both: Both, move: Taken): Promise<void> {
  if (both.to.merged_at || both.from.merged_into_id !== both.to.id) throw mergedSince();
  await moveBack(ctx, moveId, both.from.id, both.to.id);
  await putBack(ctx, both, Before.parse(move.before));
}

/** A split-off conversation that nothing came to since goes up in the one it came from; its number leads there. */
async function rejoin(ctx: Ctx, moveId: string, { from, to }: Both, kind: string): Promise<void> {
  if (to.merged_at || from.merged_at) throw mergedSince();
  await moveBack(ctx, moveId, from.id, to.id);
  await refreshLast(ctx, from);
  await refreshLast(ctx, to);
  const left = await lock(ctx, to.id);
  if (kind !== 'split' || left.entry_count > 0) return;
  await change(ctx, left, { ...(await asTombstone(ctx, left)), merged_into_id: from.id, merged_at: ctx.now });
}

/** A row whose messages are elsewhere: closed, and nobody waits in it. */
async function asTombstone(ctx: Ctx, row: Conversation) {
  return {
    status_id: (await standardStatus(ctx, 'closed')).id,
    status_category: 'closed',
    closed_at: row.closed_at ?? ctx.now,
    waiting_since: null,
    snoozed_until: null,
    snoozed_by: null,
  };
}

/** Both rows say again what they said, but for what came or changed since. */
async function putBack(ctx: Ctx, { from, to }: Both, before: z.output<typeof Before>): Promise<void> {
  const { status_id, status_category, closed_at, closed_by, snoozed_until, snoozed_by } = before.from;
  const restored = await change(ctx, from, {
    merged_into_id: null,
    merged_at: null,
    status_id,
    status_category,
    closed_at,
    closed_by,
    snoozed_until,
    snoozed_by,
  });
  const untouched = to.last_entry_version === before.toEntryVersion;
  await refreshLast(ctx, restored);
  await refreshLast(ctx, to);
  if (!untouched) return;
  // nothing came since: also what cannot be worked out again from the spine is as it was
  await change(ctx, await lock(ctx, from.id), before.from);
  const { waiting_since, last_channel, last_in_at, last_out_at, last_entry_id, last_entry_at, last_entry_kind } =
    before.to;
  await change(ctx, await lock(ctx, to.id), {
    waiting_since,
    last_channel,
    last_in_at,
    last_out_at,
    last_entry_id,
    last_entry_at,
    last_entry_kind,
  });
}

async function refreshed(ctx: Ctx, to: Conversation): Promise<number> {
  await refreshLast(ctx, to);
  return (await lock(ctx, to.id)).last_entry_version;
}

function said(row: Conversation): Record<string, unknown> {
  return Object.fromEntries(Object.keys(Said.shape).map((column) => [column, row[column as keyof Conversation]]));
}
