import type { Ctx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import { servesBrand } from '#platform/policy';
import { lineById } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import type { ConversationView } from './contract.ts';
import { open } from './open.ts';
import { joinParticipants } from './participants.ts';
import { reply } from './reply.ts';

/** Starts a conversation by writing to a customer first. The same ids again are the same conversation. */
export async function start(
  ctx: Ctx,
  given: { id: string; messageId: string; lineId: string; to: string; name?: string | undefined; subject: string; text: string; undoWindowSeconds?: number | undefined },
): Promise<ConversationView> {
  const line = await lineById(ctx, given.lineId);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  const channel = ctx.house.channels.get(line.channel);
  if (!channel?.reply) throw mayNot({ detail: 'Nothing can be written on this line.' });
  const there = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', given.id)
    .executeTakeFirst();
  if (!there) {
    const kind = channel.identityKind as 'address' | 'phone' | 'handle';
    const customer = await findOrMakeCustomer(ctx, { brandId: line.brandId, kind, value: given.to, name: given.name ?? '', at: ctx.now });
    await open(ctx, {
      id: given.id, brandId: line.brandId, customerId: customer.customerId, customerName: given.name || given.to, subject: given.subject, lineId: line.id,
      channel: line.channel, at: ctx.now, direction: 'out', queueId: line.queueId, assigneeId: ctx.actor.kind === 'teammate' ? ctx.actor.id : null,
    });
    await joinParticipants(ctx, given.id, { identityId: customer.identityId, customerId: customer.customerId, fromAddress: given.to, fromName: given.name ?? '', occurredAt: ctx.now });
  }
  const { conversation } = await reply(ctx, given.id, {
    id: given.messageId, lineId: line.id, text: given.text, lastSeenVersion: Number.MAX_SAFE_INTEGER, sendAnyway: true, then: 'wait',
    undoWindowSeconds: given.undoWindowSeconds,
  });
  return conversation;
}
