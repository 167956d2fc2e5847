import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { notFound, problem } from '#platform/problem';
import { change } from './change.ts';
import { itemsMoved, moveUndone } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { moveAll, moveBack } from './moved-items.ts';
import { can, mayNotAssign } from './policy.ts';
import { refreshLast } from './refresh-last.ts';
import { standardStatus } from './words.ts';

const otherBrand = problem(
  'conversations/other-brand',
  422,
  'These belong to different brands',
  'Nothing crosses from one brand to another; answer them apart.',
);
const sameOne = problem('conversations/same-one', 422, 'This is the same conversation', 'Choose another one.');
const alreadyMerged = problem(
  'conversations/already-merged',
  409,
  'One of these was merged already',
  'Open the one it went into.',
);
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
  const [from, to] = await lockBoth(ctx, fromId, toId);
  const moveId = newId();
  const move = {
    workspace_id: ctx.workspaceId,
    id: moveId,
    kind: 'merge',
    from_id: from.id,
    to_id: to.id,
    moved_at: ctx.now,
    moved_by: ctx.actor.id,
  };
  await ctx.db
    .insertInto('conversation_moves')
    .values({ ...move, before: '{}' })
    .execute();
  const items = await moveAll(ctx, moveId, from.id, to.id);
  await change(ctx, from, {
    merged_into_id: to.id,
    merged_at: ctx.now,
    status_id: (await standardStatus(ctx, 'closed')).id,
    status_category: 'closed',
    closed_at: from.closed_at ?? ctx.now,
    waiting_since: null,
    snoozed_until: null,
    snoozed_by: null,
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

/** Undo of a merge: what went goes back; what came later stays where it is. */
export async function undoMove(ctx: Ctx, moveId: string): Promise<{ fromId: string }> {
  const move = await ctx.db
    .selectFrom('conversation_moves')
    .select(['from_id', 'to_id', 'before', 'undone_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .forUpdate()
    .executeTakeFirst();
  if (!move) throw notFound();
  const [from, to] = await lockInOrder(ctx, move.from_id, move.to_id);
  if (!can.assign(ctx.actor, { ...factsOf(to), mergedAt: null })) throw mayNotAssign();
  if (move.undone_at) return { fromId: move.from_id };
  if (to.merged_at || from.merged_into_id !== to.id) throw mergedSince();
  await moveBack(ctx, moveId, from.id);
  await ctx.db
    .updateTable('conversation_moves')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', moveId)
    .execute();
  const before = Before.parse(move.before);
  await putBack(ctx, { from, to }, before);
  ctx.emit(moveUndone, move.from_id, { moveId, toId: move.to_id });
  return { fromId: from.id };
}

/** Both rows say again what they said, but for what came or changed since. */
async function putBack(
  ctx: Ctx,
  { from, to }: { from: Conversation; to: Conversation },
  before: z.output<typeof Before>,
): Promise<void> {
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

/** Both may be merged, and are locked in the order of their ids, so that two merges never wait for each other in a circle. */
async function lockBoth(ctx: Ctx, fromId: string, toId: string): Promise<[Conversation, Conversation]> {
  if (fromId === toId) throw sameOne();
  const [from, to] = await lockInOrder(ctx, fromId, toId);
  if (from.merged_at || to.merged_at) throw alreadyMerged();
  if (!can.assign(ctx.actor, factsOf(from)) || !can.assign(ctx.actor, factsOf(to))) throw mayNotAssign();
  if (from.brand_id !== to.brand_id) throw otherBrand();
  return [from, to];
}

async function lockInOrder(ctx: Ctx, fromId: string, toId: string): Promise<[Conversation, Conversation]> {
  const [first, second] = fromId < toId ? [fromId, toId] : [toId, fromId];
  const a = await lock(ctx, first);
  const b = await lock(ctx, second);
  return a.id === fromId ? [a, b] : [b, a];
}
