import type { Ctx } from '#platform/ctx';
import type { Channel } from '#platform/domain';
import { mayNot, notFound, sameIdOtherBody } from '#platform/problem';
import { servesBrand } from '#platform/policy';
import { lineById } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import type { ConversationView } from './contract.ts';
import { load } from './load.ts';
import { open } from './open.ts';
import { joinParticipants } from './participants.ts';
import { reply } from './reply.ts';

/** A conversation as its writer begins it. */
export interface Start {
  readonly id: string;
  readonly messageId: string;
  readonly lineId: string;
  readonly to: string;
  readonly name?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly uploadIds?: readonly string[] | undefined;
  readonly undoWindowSeconds?: number | undefined;
}

/** Starts a conversation by writing to a customer first. The same ids again are the same conversation. */
export async function start(ctx: Ctx, given: Start): Promise<ConversationView> {
  const line = await lineById(ctx, given.lineId);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  const channel = ctx.house.channels.get(line.channel);
  // where both are there at once, nobody is there yet to read it
  if (!channel?.reply || channel.live) throw mayNot({ detail: 'Nothing can be written first on this line.' });
  const there = await ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', given.id)
    .executeTakeFirst();
  if (there) await refuseOtherStart(ctx, given);
  else await begin(ctx, line, channel, given);
  const { conversation } = await reply(ctx, given.id, {
    id: given.messageId,
    lineId: line.id,
    text: given.text,
    html: given.html,
    cc: given.cc,
    bcc: given.bcc,
    uploadIds: given.uploadIds,
    lastSeenVersion: Number.MAX_SAFE_INTEGER,
    sendAnyway: true,
    then: 'wait',
    undoWindowSeconds: given.undoWindowSeconds,
  });
  return conversation;
}

async function begin(
  ctx: Ctx,
  line: Awaited<ReturnType<typeof lineById>>,
  channel: Channel,
  given: Start,
): Promise<void> {
  const kind = channel.identityKind as 'address' | 'phone' | 'handle';
  const customer = await findOrMakeCustomer(ctx, {
    brandId: line.brandId,
    kind,
    value: given.to,
    name: given.name ?? '',
    at: ctx.now,
  });
  await open(ctx, {
    id: given.id,
    brandId: line.brandId,
    customerId: customer.customerId,
    customerName: given.name || given.to,
    subject: given.subject,
    lineId: line.id,
    channel: line.channel,
    at: ctx.now,
    direction: 'out',
    queueId: line.queueId,
    assigneeId: ctx.actor.kind === 'teammate' ? ctx.actor.id : null,
  });
  const joining = {
    identityId: customer.identityId,
    customerId: customer.customerId,
    fromAddress: given.to,
    fromName: given.name ?? '',
    occurredAt: ctx.now,
  };
  await joinParticipants(ctx, given.id, joining, []);
}

/** The same conversation again, but not with the same first message: that id is taken. */
async function refuseOtherStart(ctx: Ctx, given: Start): Promise<void> {
  const conversation = await load(ctx, given.id);
  const first = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', given.id)
    .where('id', '=', given.messageId)
    .executeTakeFirst();
  if (!first || conversation.subject !== given.subject) throw sameIdOtherBody();
}
