import type { Actor } from '#platform/policy';
import type { ReadCtx } from '#platform/ctx';
import { type ConversationRow, type ConversationView, type EntryView } from './contract.ts';
import { type Around, aroundOf } from './around.ts';
import { entriesByIds } from './entries.ts';
import { type Conversation, factsOf, type ListedRow, load } from './load.ts';
import { canList } from './policy.ts';
import { defaultRecipients } from './recipients.ts';
import { type ReplyLine, replyLines } from './reply-lines.ts';
import { shownAddress } from './shown-address.ts';
import { anyOf } from './sql.ts';

/** A row as a list shows it to one reader. `seenVersion` is what this reader has seen. */
export function rowView(c: ListedRow, seenVersion: number): ConversationRow {
  return {
    id: c.id,
    number: c.number,
    brandId: c.brand_id,
    subject: c.subject,
    customer: { id: c.customer_id, name: c.customer_name },
    status: { id: c.status_id, category: c.status_category as ConversationRow['status']['category'] },
    assigneeId: c.assignee_id,
    teamId: c.team_id,
    queueId: c.queue_id,
    priority: c.priority,
    confidential: c.confidential_at !== null,
    unread: seenVersion < c.last_entry_version,
    lastEntryAt: c.last_entry_at.toISOString(),
    lastEntryKind: c.last_entry_kind as ConversationRow['lastEntryKind'],
    lastChannel: c.last_channel,
    preview: c.last_preview,
    waitingSince: c.waiting_since?.toISOString() ?? null,
    dueAt: c.due_at?.toISOString() ?? null,
    dueKind: c.due_kind,
    snoozedUntil: c.snoozed_until?.toISOString() ?? null,
    openedAt: c.opened_at.toISOString(),
    closedAt: c.closed_at?.toISOString() ?? null,
    version: c.version,
  };
}

/** What this reader has seen of these conversations: id → version. */
export async function seenVersions(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0 || ctx.actor.kind !== 'teammate' || !ctx.actor.id) return new Map();
  const rows = await ctx.db
    .selectFrom('conversation_reads')
    .select(['conversation_id', 'seen_version'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', ctx.actor.id)
    .where('conversation_id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.conversation_id, row.seen_version]));
}

/** The whole conversation for the actor, who may see it (else it does not exist). */
export async function conversationView(ctx: ReadCtx, id: string): Promise<ConversationView> {
  return viewOf(ctx, await load(ctx, id));
}

/** The same of a row at hand: also for whoever handed it on just now and sees it a last time. What was read before is not read again. */
export async function viewOf(
  ctx: ReadCtx,
  c: Conversation,
  known?: { around: Around; lines: readonly ReplyLine[] },
): Promise<ConversationView> {
  const { seenVersion, usedLineIds, ...around } = known?.around ?? (await aroundOf(ctx, c.id));
  const lines = known?.lines ?? (await replyLines(ctx, c, usedLineIds));
  return {
    ...rowView(c, seenVersion),
    ...around,
    participants: around.participants.map((person) => ({ ...person, address: shownAddress(person.address) })),
    reasonId: c.reason_id,
    companyId: c.company_id,
    custom: c.custom as Record<string, unknown>,
    replyLines: lines.map((line) => {
      const { id: lineId, name, channel, address, undoWindowSeconds, copies, formatted } = line;
      const { to, cc } = defaultRecipients(c.customer_id, around.participants, line);
      return { id: lineId, name, channel, address, undoWindowSeconds, copies, formatted, to: [...to], cc: [...cc] };
    }),
    contactCount: c.contact_count,
    reopenedCount: c.reopened_count,
    solvedAt: c.solved_at?.toISOString() ?? null,
    mergedIntoId: c.merged_into_id,
    shared: c.shared_at !== null && c.confidential_at === null,
    can: canList(ctx.actor as Actor, factsOf(c)),
  };
}

/** One entry; the caller has asked the policy of its conversation. */
export async function entryView(ctx: ReadCtx, id: string, known?: ReadonlyMap<string, string>): Promise<EntryView> {
  const [view] = await entriesByIds(ctx, [id], known);
  if (!view) throw new Error('An entry that was just written is not there.');
  return view;
}

/** Entries in the order they happened. */
export function entryViews(ctx: ReadCtx, ids: readonly string[]): Promise<readonly EntryView[]> {
  return entriesByIds(ctx, ids);
}
