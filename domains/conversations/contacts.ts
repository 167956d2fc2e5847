import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { notFound } from '#platform/problem';
import { assignRow } from './assign.ts';
import { change } from './change.ts';
import { contactAnswered, contactEnded, contactStarted, conversationReopened } from './contract.ts';
import { joinOrFollow, tellFollowUp } from './follow-up.ts';
import { type Conversation, lock, lockSurvivor } from './load.ts';
import { open } from './open.ts';
import { joinParticipants } from './participants.ts';
import { ensureThread } from './threads.ts';
import { standardStatus } from './words.ts';

/** A live attempt to reach us (or ours to reach them) begins. */
export interface ContactStart {
  readonly contactId: string;
  readonly conversationId: string | null;
  readonly lineId: string;
  readonly channel: string;
  readonly brandId: string;
  readonly customerId: string;
  readonly identityId: string | null;
  readonly customerName: string;
  /** The number or handle they come from. */
  readonly address: string;
  readonly direction: 'in' | 'out';
  readonly subject: string;
  readonly startedAt: Date;
  readonly queueId?: string;
}

/** Starts a live contact in its conversation, or in a new one. From then on somebody waits for us. */
export async function startContact(
  ctx: Ctx,
  ask: ContactStart,
): Promise<{ conversationId: string; number: number; opened: boolean; threadId: string }> {
  const meant = ask.conversationId ? await lockSurvivor(ctx, ask.conversationId) : null;
  const known = await startedBefore(ctx, ask);
  if (known) return known;
  // ours to them goes on where we say; theirs to us may be too late for what was closed
  const joining =
    meant && ask.direction === 'in' ? await joinOrFollow(ctx, meant, { ...ask, at: ask.startedAt }) : null;
  const joined = joining ? joining.joined : meant;
  const opened = joined === null;
  const queueId = joining?.after?.queue_id ?? ask.queueId ?? null;
  const before = joined ?? (await open(ctx, { ...ask, id: newId(), at: ask.startedAt, queueId }));
  const threadId = await ensureThread(ctx, before.id, ask.lineId, null, ask.startedAt);
  await ctx.db
    .insertInto('contacts')
    .values({
      workspace_id: ctx.workspaceId,
      id: ask.contactId,
      conversation_id: before.id,
      brand_id: before.brand_id,
      customer_id: ask.customerId,
      channel: ask.channel,
      line_id: ask.lineId,
      direction: ask.direction,
      started_at: ask.startedAt,
    })
    .execute();
  await joinParticipants(ctx, before.id, {
    ...ask,
    occurredAt: ask.startedAt,
    fromAddress: ask.address,
    fromName: ask.customerName,
  });
  await change(ctx, before, await rowOf(ctx, before, ask));
  ctx.emit(
    contactStarted,
    before.id,
    {
      contactId: ask.contactId,
      channel: ask.channel,
      lineId: ask.lineId,
      customerId: ask.customerId,
      direction: ask.direction,
    },
    { occurredAt: ask.startedAt },
  );
  if (before.closed_at) ctx.emit(conversationReopened, before.id, { by: 'customer' }, { occurredAt: ask.startedAt });
  if (joining) await tellFollowUp(ctx, before.id, joining, ask.startedAt);
  return { conversationId: before.id, number: before.number, opened, threadId };
}

/** What the row says from then on; one that was closed or put away comes back. */
async function rowOf(ctx: Ctx, before: Conversation, ask: ContactStart) {
  const comesBack = before.status_category !== 'open';
  return {
    contact_count: before.contact_count + 1,
    last_channel: ask.channel,
    snoozed_until: null,
    snoozed_by: null,
    ...(ask.direction === 'in'
      ? { waiting_since: before.waiting_since ?? ask.startedAt, last_in_at: ask.startedAt }
      : {}),
    ...(comesBack
      ? { status_id: (await standardStatus(ctx, 'open')).id, status_category: 'open', closed_at: null, closed_by: null }
      : {}),
    ...(before.closed_at ? { reopened_at: ask.startedAt, reopened_count: before.reopened_count + 1 } : {}),
  };
}

/** The same contact again is answered as the first time. */
async function startedBefore(ctx: Ctx, ask: ContactStart): Promise<Awaited<ReturnType<typeof startContact>> | null> {
  const row = await ctx.db
    .selectFrom('contacts')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.workspace_id', '=', 'contacts.workspace_id')
        .onRef('conversations.id', '=', 'contacts.conversation_id'),
    )
    .select(['contacts.conversation_id', 'conversations.number'])
    .where('contacts.workspace_id', '=', ctx.workspaceId)
    .where('contacts.id', '=', ask.contactId)
    .executeTakeFirst();
  if (!row) return null;
  const threadId = await ensureThread(ctx, row.conversation_id, ask.lineId, null, ask.startedAt);
  return { conversationId: row.conversation_id, number: row.number, opened: false, threadId };
}

/** Somebody is with them now. Whoever answers first has it; an unowned conversation becomes theirs. */
export async function answerContact(ctx: Ctx, ask: { contactId: string; teammateId: string; at: Date }): Promise<void> {
  const contact = await lockContact(ctx, ask.contactId);
  if (contact.answered_at) return;
  await ctx.db
    .updateTable('contacts')
    .set({ answered_at: ask.at, handled_by: ask.teammateId, outcome: 'answered' })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ask.contactId)
    .execute();
  const conversation = await lock(ctx, contact.conversation_id);
  const answered = await change(ctx, conversation, { waiting_since: null });
  if (!conversation.assignee_id) await assignRow(ctx, answered, { assigneeId: ask.teammateId });
  const waitSeconds = Math.max(0, Math.round((ask.at.getTime() - contact.started_at.getTime()) / 1000));
  ctx.emit(
    contactAnswered,
    contact.conversation_id,
    { contactId: ask.contactId, teammateId: ask.teammateId, waitSeconds },
    { occurredAt: ask.at },
  );
}

/** The attempt is over; ending twice is ending once. */
export async function endContact(
  ctx: Ctx,
  ask: { contactId: string; outcome: 'answered' | 'abandoned' | 'missed' | 'refused' | 'failed'; at: Date },
): Promise<void> {
  const contact = await lockContact(ctx, ask.contactId);
  if (contact.ended_at) return;
  await ctx.db
    .updateTable('contacts')
    .set({ ended_at: ask.at, outcome: ask.outcome })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ask.contactId)
    .execute();
  ctx.emit(
    contactEnded,
    contact.conversation_id,
    { contactId: ask.contactId, outcome: ask.outcome },
    { occurredAt: ask.at },
  );
}

/** A contact under its row lock; one of another workspace does not exist. */
export async function lockContact(ctx: Ctx, contactId: string) {
  const contact = await ctx.db
    .selectFrom('contacts')
    .select(['id', 'conversation_id', 'started_at', 'answered_at', 'ended_at', 'wrapped_up_at', 'handled_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', contactId)
    .forUpdate()
    .executeTakeFirst();
  if (!contact) throw notFound();
  return contact;
}
