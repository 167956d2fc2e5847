import { assign, atHand, factsOf, can, lock } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { mayNot, problem } from '#platform/problem';
import { channelKind } from './contract.ts';
import { chatLimit, inTurn } from './own-limits.ts';

const takenByAnother = problem(
  'chats/taken-by-another',
  409,
  'Somebody else took this chat',
  'Nothing to do: the customer is with them.',
);
const limitReached = problem(
  'chats/limit-reached',
  409,
  'You have as many chats as you may have at once',
  'Close one, or hand one on; an administrator sets the number in Settings.',
);

/** Take a chat that waits: the first has it. Taking twice is taking once. */
export async function takeChat(ctx: Ctx, id: string): Promise<{ conversationId: string; assigneeId: string }> {
  const me = ctx.actor.id;
  if (ctx.actor.kind !== 'teammate' || me === null) throw mayNot({ detail: 'Only teammates take chats.' });
  const chat = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(chat))) throw mayNot();
  if (chat.assignee_id === me) return { conversationId: id, assigneeId: me };
  if (chat.assignee_id !== null) throw takenByAnother();
  await inTurn(ctx, me);
  const limit = await chatLimit(ctx, me);
  const has = (await atHand(ctx, channelKind, [me])).get(me) ?? 0;
  if (has >= limit) throw limitReached({ more: { limit } });
  await assign(ctx, id, { assigneeId: me, anyway: true });
  return { conversationId: id, assigneeId: me };
}
