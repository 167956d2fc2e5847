import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { change } from './change.ts';
import { messageTakenIn } from './contract.ts';
import { type Conversation, lockSurvivor } from './load.ts';
import { open } from './open.ts';
import { joinParticipants } from './participants.ts';
import { entryOf, type Incoming, lastWords, type Received } from './receive.ts';
import { searchLater } from './search/write-search.ts';
import { ensureThread, openThread } from './threads.ts';
import { writeEntry } from './write-entry.ts';

/**
 * A message of before our time, taken in as history: it opens a conversation that is closed already, or joins the one its
 * thread has. Nobody waits for it: no clock, no contact, no notice, nothing unread; what is open stays as it is.
 */
export async function receivePast(ctx: Ctx, incoming: Incoming): Promise<Received> {
  const joined = incoming.conversationId ? await lockSurvivor(ctx, incoming.conversationId) : null;
  const entryId = newId();
  const conversation = joined ?? (await openPast(ctx, incoming, entryId));
  const { lineId, occurredAt, channel, customerId } = incoming;
  const thread = joined ? ensureThread : openThread;
  const threadId = await thread(ctx, conversation.id, lineId, incoming.externalThreadId ?? null, occurredAt);
  await writeEntry(ctx, {
    ...entryOf(incoming),
    id: entryId,
    isNew: true,
    ...(joined ? {} : { atVersion: 1 }),
    conversationId: conversation.id,
    threadId,
    contactId: null,
  });
  await joinParticipants(ctx, conversation.id, incoming, joined ? undefined : []);
  if (joined) await growPast(ctx, joined, incoming, entryId);
  searchLater(ctx, conversation.id);
  const told = { entryId, lineId, channel, customerId, opened: joined === null };
  ctx.emit(messageTakenIn, conversation.id, told, { occurredAt });
  const { id: conversationId, number } = conversation;
  return { conversationId, number, entryId, contactId: null, opened: joined === null, threadId };
}

function openPast(ctx: Ctx, incoming: Incoming, entryId: string): Promise<Conversation> {
  const { occurredAt: at, queueId = null } = incoming;
  return open(
    ctx,
    { ...incoming, id: newId(), at, direction: 'in', queueId, isPast: true },
    { entry_count: 1, ...lastWords(incoming, entryId), last_in_at: at },
  );
}

/** What of before our time was over is over with its last message; whatever somebody did here since is later than that. */
async function growPast(ctx: Ctx, before: Conversation, incoming: Incoming, entryId: string): Promise<void> {
  const { occurredAt: at } = incoming;
  const isNewest = before.last_entry_id === null || at >= before.last_entry_at;
  await change(ctx, before, {
    entry_count: before.entry_count + 1,
    ...(isNewest ? lastWords(incoming, entryId) : {}),
    ...(before.last_in_at === null || at > before.last_in_at ? { last_in_at: at } : {}),
    ...(before.closed_at && at > before.closed_at ? { closed_at: at } : {}),
  });
}
