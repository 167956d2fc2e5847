import type { Ctx } from '#platform/ctx';
import { notFound, problem } from '#platform/problem';
import { change } from './change.ts';
import { copyGrants, copyPeople } from './copy-people.ts';
import { itemsMoved } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { moveEntries } from './moved-items.ts';
import { mayMove, noteMove } from './note-move.ts';
import { open } from './open.ts';
import { can, mayNotAssign } from './policy.ts';
import { refreshLast } from './refresh-last.ts';
import { ensureThread } from './threads.ts';

const nothingLeft = problem(
  'conversations/nothing-left',
  422,
  'This would move everything',
  'Choose a later message to split from, or merge the whole conversation.',
);
const alreadySplit = problem(
  'conversations/id-taken',
  409,
  'This conversation is there already',
  'Open it; nothing was split.',
);

/** Most messages one split carries. */
const splitLimit = 5_000;

/** Split: from one message on, everything goes into a conversation of its own, of the same customer, queue and person. */
export async function split(
  ctx: Ctx,
  fromId: string,
  given: { readonly id: string; readonly fromEntryId: string; readonly subject?: string | undefined },
): Promise<{ moveId: string; toId: string }> {
  const from = await lock(ctx, fromId);
  if (!can.assign(ctx.actor, factsOf(from))) throw mayNotAssign();
  const entries = await entriesFrom(ctx, from.id, given.fromEntryId);
  if (entries.length === from.entry_count) throw nothingLeft();
  const to = await openApart(ctx, from, given, entries[0]);
  const { moveId } = await carry(ctx, 'split', { from, to }, entries);
  return { moveId, toId: to.id };
}

/** Move one message to another conversation of the brand. */
export async function moveMessage(
  ctx: Ctx,
  entryId: string,
  toId: string,
): Promise<{ moveId: string; fromId: string }> {
  const entry = await entryById(ctx, entryId);
  const [from, to] = await mayMove(ctx, entry.conversation_id, toId);
  if (from.entry_count <= 1) throw nothingLeft();
  const { moveId } = await carry(ctx, 'move', { from, to }, [entry]);
  return { moveId, fromId: from.id };
}

interface Going {
  readonly id: string;
  readonly conversation_id: string;
  readonly occurred_at: Date;
  readonly channel: string | null;
  readonly line_id: string | null;
}

async function carry(
  ctx: Ctx,
  kind: 'split' | 'move',
  { from, to }: { readonly from: Conversation; readonly to: Conversation },
  entries: readonly Going[],
): Promise<{ moveId: string }> {
  const moveId = await noteMove(ctx, kind, from.id, to.id);
  const ids = entries.map(({ id }) => id);
  const items = await moveEntries(ctx, moveId, { fromId: from.id, toId: to.id }, ids);
  // a line they ran on can be answered on there, too
  for (const lineId of new Set(entries.flatMap(({ line_id: id }) => id ?? []))) {
    await ensureThread(ctx, to.id, lineId, null, entries[0]?.occurred_at ?? ctx.now);
  }
  await refreshLast(ctx, await lock(ctx, from.id));
  await refreshLast(ctx, await lock(ctx, to.id));
  ctx.emit(itemsMoved, from.id, { moveId, kind, toId: to.id, items });
  return { moveId };
}

/** The new conversation stands where the old one did, and is as confidential. */
async function openApart(
  ctx: Ctx,
  from: Conversation,
  given: { readonly id: string; readonly subject?: string | undefined },
  first: Going | undefined,
): Promise<Conversation> {
  if (await isTaken(ctx, given.id)) throw alreadySplit();
  const channel = first?.channel ?? from.last_channel;
  if (!channel) throw new Error('A conversation that nobody ever spoke in has nothing to split.');
  const opened = await open(ctx, {
    id: given.id,
    brandId: from.brand_id,
    customerId: from.customer_id,
    customerName: from.customer_name,
    subject: given.subject?.trim() || from.subject,
    lineId: first?.line_id ?? null,
    channel,
    at: first?.occurred_at ?? ctx.now,
    direction: 'in',
    queueId: from.queue_id,
    assigneeId: from.assignee_id,
  });
  await copyPeople(ctx, from.id, given.id);
  if (!from.confidential_at) return opened;
  await copyGrants(ctx, from.id, given.id);
  return change(ctx, opened, { confidential_at: ctx.now, confidential_by: from.confidential_by });
}

async function isTaken(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function entriesFrom(ctx: Ctx, conversationId: string, entryId: string): Promise<readonly Going[]> {
  const first = await entryById(ctx, entryId);
  if (first.conversation_id !== conversationId) throw notFound();
  return going(ctx)
    .where('entries.conversation_id', '=', conversationId)
    .where((eb) =>
      eb.or([
        eb('entries.occurred_at', '>', first.occurred_at),
        eb.and([eb('entries.occurred_at', '=', first.occurred_at), eb('entries.id', '>=', first.id)]),
      ]),
    )
    .orderBy('entries.occurred_at')
    .orderBy('entries.id')
    .limit(splitLimit)
    .execute();
}

async function entryById(ctx: Ctx, id: string): Promise<Going> {
  const entry = await going(ctx).where('entries.id', '=', id).executeTakeFirst();
  if (!entry) throw notFound();
  return entry;
}

function going(ctx: Ctx) {
  return ctx.db
    .selectFrom('entries')
    .leftJoin('threads', (join) =>
      join.onRef('threads.workspace_id', '=', 'entries.workspace_id').onRef('threads.id', '=', 'entries.thread_id'),
    )
    .select(['entries.id', 'entries.conversation_id', 'entries.occurred_at', 'entries.channel', 'threads.line_id'])
    .where('entries.workspace_id', '=', ctx.workspaceId);
}
