import type { Ctx } from '#platform/ctx';
import { linesOfBrand } from '#domains/brands';
import { aroundOf } from './around.ts';
import { change } from './change.ts';
import { replyCarriedOn } from './contract.ts';
import { lockSurvivor } from './load.ts';
import { nudge } from './nudge.ts';
import { preview } from './preview.ts';
import { isOwn, joinAdded, recipientsOf } from './recipients.ts';
import { type ReplyLine, usableOf } from './reply-lines.ts';
import { ensureThread } from './threads.ts';
import { writeDeliveries, writeEntry } from './write-entry.ts';

/** What goes on by another way: what was said already where its reader was gone. */
export interface CarriedOn {
  /** Made before: carrying on twice under one id is doing it once. */
  readonly id: string;
  /** Kind of identity that the way must reach (an address), and whom. */
  readonly by: ReplyLine['identityKind'];
  readonly to: string;
  readonly text: string;
  /** The messages that are said again in it. */
  readonly carries: readonly string[];
}

/**
 * Says again, by another line of the brand, what was said to somebody who was not there to read it. It is a message of the
 * conversation like any other, sent once and seen by everybody; it is no answer, for the answer was given before: no clock,
 * no promise and no figure knows it. Says what is missing where there is no line of that kind, or no such address to go to.
 */
export async function carryOn(
  ctx: Ctx,
  conversationId: string,
  given: CarriedOn,
): Promise<'carried' | 'no-line' | 'no-address'> {
  const before = await lockSurvivor(ctx, conversationId);
  const [around, open] = await Promise.all([aroundOf(ctx, before.id), linesOfBrand(ctx, before.brand_id)]);
  const lines = usableOf(ctx, open, { lineIds: around.usedLineIds, lastChannel: before.last_channel });
  const line = lines.find(({ identityKind }) => identityKind === given.by);
  if (!line) return 'no-line';
  const own = lines.map(({ address }) => address);
  if (!line.reaches(given.to) || isOwn(given.to, own)) return 'no-address';
  const recipients = recipientsOf(before.customer_id, around.participants, line, { to: [given.to], cc: [] }, own);
  const written = await writeEntry(ctx, {
    id: given.id,
    conversationId: before.id,
    threadId: await ensureThread(ctx, before.id, line.id, null, ctx.now),
    contactId: null,
    kind: 'out',
    channel: line.channel,
    authorKind: 'system',
    authorId: null,
    occurredAt: ctx.now,
    facts: { carries: [...given.carries], quote: false },
    body: { text: given.text, recipients, fromAddress: line.address, fromName: line.name },
  });
  if (!written) return 'carried';
  await writeDeliveries(ctx, { conversationId: before.id, entryId: given.id, line, recipients, deliverAt: ctx.now });
  const { id, brand_id: brandId } = before;
  await joinAdded(ctx, {
    conversationId: id,
    brandId,
    people: around.participants,
    recipients,
    isForward: false,
    line,
  });
  await change(
    ctx,
    before,
    {
      entry_count: before.entry_count + 1,
      last_entry_id: given.id,
      last_entry_at: ctx.now,
      last_entry_kind: 'out',
      last_preview: preview(given.text),
    },
    { entry: true },
  );
  ctx.emit(replyCarriedOn, before.id, {
    entryId: given.id,
    lineId: line.id,
    channel: line.channel,
    messages: given.carries.length,
  });
  nudge(ctx, before.id, line.channel, ctx.now);
  return 'carried';
}
