import { claimMessage, type ClaimedMessage, recordDeliveries } from '#domains/conversations';
import { outward } from '#platform/domain';
import { channelKind } from './contract.ts';
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
    const result = 'known' in outcome ? 'sent' : 'not-confirmed';
    await recordDeliveries(
      ctx,
      message.entryId,
      message.recipients.map(({ deliveryId }) => ({ deliveryId, outcome: result })),
      message.claimedBy,
    );
    if (result !== 'sent') return;
    await planAnswer(ctx, message);
    await bringToVisitor(ctx, message);
  },
});
