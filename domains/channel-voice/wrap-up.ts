import { addNote, wrapUpContact } from '#domains/conversations';
import { givePresenceBack } from '#domains/presence';
import type { BodyOf, ReplyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import type { wrapUpCall } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { asHouse, me } from './me.ts';
import { can, notYours, stillSpoken } from './policy.ts';
import { viewOf } from './views.ts';

/** Wrap up: say what it was about, note the rest, and be free again. Wrapping up twice is wrapping up once. */
export async function wrapUp(
  ctx: Ctx,
  id: string,
  summary: BodyOf<typeof wrapUpCall>,
): Promise<ReplyOf<typeof wrapUpCall>> {
  const call = await lock(ctx, id);
  if (call.answered_by !== me(ctx)) throw notYours();
  if (!call.ended_at) throw stillSpoken();

  const contact = { contactId: call.contact_id, teammateId: call.answered_by, at: ctx.now };
  const seconds = await wrapUpContact(asHouse(ctx), { ...contact, reasonId: summary.reasonId });
  if (!can.wrapUp(ctx.actor, factsOf(call))) return { call: await viewOf(ctx, call), ...seconds };

  if (summary.note) await addNote(ctx, call.conversation_id, { ...summary.note, mentions: [] });
  await givePresenceBack(ctx, contact);
  return { call: await viewOf(ctx, await change(ctx, call, { wrapped_up_at: ctx.now }, seconds)), ...seconds };
}
