import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { lockContact } from './contacts.ts';
import { contactWrappedUp } from './contract.ts';
import { lock } from './load.ts';
import { change } from './change.ts';

export type HandlingKind = 'talk' | 'hold' | 'wrap-up' | 'chat' | 'focus';

/** Starts an interval of handling; the one that was open for the same contact and person ends at that moment. */
export async function startHandling(
  ctx: Ctx,
  ask: { contactId: string; teammateId: string; kind: HandlingKind; at: Date },
): Promise<void> {
  const contact = await lockContact(ctx, ask.contactId);
  await endHandling(ctx, ask);
  await ctx.db
    .insertInto('handling_intervals')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      contact_id: ask.contactId,
      conversation_id: contact.conversation_id,
      teammate_id: ask.teammateId,
      kind: ask.kind,
      started_at: ask.at,
    })
    .execute();
}

/** Ends the open interval, if there is one. */
export async function endHandling(ctx: Ctx, ask: { contactId: string; teammateId: string; at: Date }): Promise<void> {
  await ctx.db
    .updateTable('handling_intervals')
    .set((eb) => ({ ended_at: eb.fn<Date>('greatest', [eb.val(ask.at), 'started_at']) }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', '=', ask.contactId)
    .where('teammate_id', '=', ask.teammateId)
    .where('ended_at', 'is', null)
    .execute();
}

/** The work on a contact is done: its handling is summed from the intervals and told once. */
export async function wrapUpContact(
  ctx: Ctx,
  ask: { contactId: string; teammateId: string; at: Date; reasonId?: string | null },
): Promise<{ talkSeconds: number; holdSeconds: number; wrapUpSeconds: number }> {
  const contact = await lockContact(ctx, ask.contactId);
  await endHandling(ctx, ask);
  const sums = await handlingSums(ctx, ask.contactId);
  if (contact.wrapped_up_at) return sums;
  await ctx.db
    .updateTable('contacts')
    .set({ wrapped_up_at: ask.at, ...(ask.reasonId !== undefined ? { reason_id: ask.reasonId } : {}) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ask.contactId)
    .execute();
  const conversation = await lock(ctx, contact.conversation_id);
  await change(ctx, conversation, ask.reasonId ? { reason_id: ask.reasonId } : {});
  ctx.emit(
    contactWrappedUp,
    contact.conversation_id,
    { contactId: ask.contactId, teammateId: ask.teammateId, ...sums },
    { occurredAt: ask.at },
  );
  return sums;
}

/** Seconds by kind, over everybody who handled the contact. */
export async function handlingSums(
  ctx: Ctx,
  contactId: string,
): Promise<{ talkSeconds: number; holdSeconds: number; wrapUpSeconds: number }> {
  const rows = await ctx.db
    .selectFrom('handling_intervals')
    .select(['kind', 'started_at', 'ended_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('contact_id', '=', contactId)
    .where('ended_at', 'is not', null)
    .limit(1_000)
    .execute();
  const seconds = (kind: string): number =>
    Math.round(
      rows
        .filter((row) => row.kind === kind)
        .reduce((sum, row) => sum + (row.ended_at ? row.ended_at.getTime() - row.started_at.getTime() : 0), 0) / 1000,
    );
  return { talkSeconds: seconds('talk'), holdSeconds: seconds('hold'), wrapUpSeconds: seconds('wrap-up') };
}
