import { lineById } from '#domains/brands';
import { claimMessage, type ClaimedMessage, type DeliveryOutcome, recordDeliveries } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { outward } from '#platform/domain';
import { ChatLineSettings, channelKind } from './contract.ts';
import { planAnswer } from './demo-customers.ts';
import { bringToVisitor } from './visitors/bring.ts';

/** A claim longer than this, in seconds, counts as not confirmed; nothing here leaves the house, so it never is. */
const sendLimitSeconds = 20;

/** Hands the replies of one chat to whoever is in it, oldest first: from then on they can read them. */
export const deliver = outward<ClaimedMessage, 'heard'>({
  name: 'channel-chat.deliver',
  limitSeconds: sendLimitSeconds,
  claim: (ctx, data, claimId) =>
    claimMessage(ctx, {
      conversationId: String(data['conversationId']),
      channel: channelKind,
      claimedBy: `${channelKind} ${process.pid} ${claimId}`,
    }),
  call: async () => 'heard',
  async record(ctx, message, outcome) {
    const result = 'known' in outcome ? await handOver(ctx, message) : ({ outcome: 'not-confirmed' } as const);
    await recordDeliveries(
      ctx,
      message.entryId,
      message.recipients.map(({ deliveryId }) => ({ deliveryId, ...result })),
      message.claimedBy,
    );
  },
});

/** To a pretend customer, or to the visitor of a website; one who was erased since is nobody to say anything to. */
async function handOver(ctx: Ctx, message: ClaimedMessage): Promise<Pick<DeliveryOutcome, 'outcome' | 'failure'>> {
  const { settings } = await lineById(ctx, message.lineId);
  if (ChatLineSettings.parse(settings).simulated) await planAnswer(ctx, message);
  else if (!(await bringToVisitor(ctx, message))) return { outcome: 'failed', failure: nobodyThere };
  return { outcome: 'sent' };
}

const nobodyThere = 'Whoever wrote in this chat is not in it any more.';
