import type { Ctx } from '#platform/ctx';
import { insertLater, newId } from '#platform/database';
import { change } from './change.ts';
import { conversationReopened, conversationWoken, contactStarted, messageReceived } from './contract.ts';
import type { Evidence } from './evidence.ts';
import { joinOrFollow, type Joining, tellFollowUp } from './follow-up.ts';
import { type Conversation, lockSurvivor } from './load.ts';
import { open } from './open.ts';
import { joinParticipants, takingPart } from './participants.ts';
import { preview } from './preview.ts';
import { tellStatus } from './set-status.ts';
import { ensureThread, openThread } from './threads.ts';
import { searchLater } from './search/write-search.ts';
import { standardStatus } from './words.ts';
import { type NewFile, type Recipient, storedText, writeEntry } from './write-entry.ts';
import { sameIdOtherBody } from '#platform/problem';

/** A customer's message, with where it belongs already decided by its channel. */
export interface Incoming {
  /** Given where the other side may say the same message twice; a channel that claims its messages itself gives none. */
  readonly entryId?: string;
  /** The conversation it joins; null opens a new one. */
  readonly conversationId: string | null;
  readonly lineId: string;
  readonly channel: string;
  readonly brandId: string;
  readonly customerId: string;
  readonly identityId: string | null;
  readonly customerName: string;
  readonly externalThreadId?: string;
  /** When they wrote it; never later than now. */
  readonly occurredAt: Date;
  readonly subject: string;
  readonly text: string;
  readonly visibleLength?: number;
  readonly html?: string;
  readonly language?: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly recipients: readonly Recipient[];
  readonly files: readonly NewFile[];
  readonly source?: { readonly sha256: string; readonly sizeBytes: number };
  readonly evidence: Evidence;
  /** Nobody wrote it (an auto-reply, a bounce): no contact, no clock, no reopening. */
  readonly automatic: boolean;
  readonly copied?: readonly { identityId: string; customerId: string; address: string; name: string }[];
  readonly queueId?: string;
}

export interface Received {
  readonly conversationId: string;
  readonly number: number;
  readonly entryId: string;
  readonly contactId: string | null;
  readonly opened: boolean;
  readonly threadId: string;
}

/** A message came in: it joins its conversation or opens one, and from then on somebody waits for us. */
export async function receive(ctx: Ctx, incoming: Incoming): Promise<Received> {
  const meant = incoming.conversationId ? await lockSurvivor(ctx, incoming.conversationId) : null;
  const known = incoming.entryId ? await receivedBefore(ctx, incoming.entryId, incoming.text) : null;
  if (known) return known;
  const joining = await joiningOf(ctx, meant, incoming);
  const joined = joining?.joined ?? null;
  const entryId = incoming.entryId ?? newId();
  const before = joined ?? (await openWith(ctx, incoming, entryId, joining?.after?.queue_id ?? null));
  const { lineId, occurredAt } = incoming;
  // the thread of what it was meant for is not that of another conversation
  const externalThreadId = joined?.id === meant?.id ? (incoming.externalThreadId ?? null) : null;
  const thread = joined ? ensureThread : openThread;
  const [threadId, there] = await Promise.all([
    thread(ctx, before.id, lineId, externalThreadId, occurredAt),
    joined ? takingPart(ctx, joined.id) : [],
  ]);
  const goesOn = joined !== null && isSameVisit(ctx, joined, incoming);
  const contactId = incoming.automatic || goesOn ? null : await startMessageContact(ctx, before, incoming);
  const written = await writeEntry(ctx, {
    ...entryOf(incoming),
    id: entryId,
    isNew: incoming.entryId === undefined,
    ...(joined ? {} : { atVersion: 1 }),
    conversationId: before.id,
    threadId,
    contactId,
  });
  if (written) {
    await joinParticipants(ctx, before.id, incoming, there);
    const openStatus = joined ? await takeIn(ctx, joined, incoming, { entryId, goesOn }) : null;
    tell(ctx, before, incoming, { entryId, contactId });
    if (joined) tellReturn(ctx, joined, incoming, openStatus);
    else searchLater(ctx, before.id);
    if (joining) await tellFollowUp(ctx, before.id, joining, occurredAt);
  }
  return { conversationId: before.id, number: before.number, entryId, contactId, opened: joined === null, threadId };
}

/** Where it goes that was meant for one that is there: nobody's message wakes what was closed, so it opens nothing either. */
async function joiningOf(ctx: Ctx, meant: Conversation | null, incoming: Incoming): Promise<Joining | null> {
  if (!meant) return null;
  if (incoming.automatic) return { joined: meant, after: null, afterDays: 0 };
  const { lineId, customerId, occurredAt: at } = incoming;
  return joinOrFollow(ctx, meant, { lineId, customerId, at });
}

/** A message as a line of the spine. */
export function entryOf(incoming: Incoming) {
  return {
    kind: 'in' as const,
    channel: incoming.channel,
    authorKind: 'customer' as const,
    authorId: incoming.customerId,
    occurredAt: incoming.occurredAt,
    body: incoming,
    files: incoming.files,
    ...(incoming.source ? { source: incoming.source } : {}),
    evidence: incoming.evidence,
  };
}

/** A conversation that its first message opens, with what that message makes of it; in the queue of the one it follows. */
function openWith(ctx: Ctx, incoming: Incoming, entryId: string, before: string | null): Promise<Conversation> {
  const { occurredAt: at, automatic } = incoming;
  const queueId = before ?? incoming.queueId ?? null;
  return open(
    ctx,
    { ...incoming, id: newId(), at, direction: 'in', queueId, waits: !automatic },
    {
      entry_count: 1,
      ...lastWords(incoming, entryId),
      ...(automatic ? {} : { contact_count: 1, last_in_at: at, waiting_since: at }),
    },
  );
}

/** What a row shows of its newest message. */
export function lastWords(incoming: Incoming, entryId: string) {
  return {
    last_entry_id: entryId,
    last_entry_at: incoming.occurredAt,
    last_entry_kind: 'in',
    last_channel: incoming.channel,
    last_preview: preview(incoming.text.slice(0, incoming.visibleLength) || incoming.subject),
  };
}

/** The same message again (a door that was cut off) is answered as the first time, and nothing happens twice. */
async function receivedBefore(ctx: Ctx, entryId: string, text: string): Promise<Received | null> {
  const row = await ctx.db
    .selectFrom('entries')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.workspace_id', '=', 'entries.workspace_id')
        .onRef('conversations.id', '=', 'entries.conversation_id'),
    )
    .leftJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .select([
      'entries.conversation_id',
      'conversations.number',
      'entries.contact_id',
      'entries.thread_id',
      'entry_bodies.text',
    ])
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.id', '=', entryId)
    .where('entries.kind', '=', 'in')
    .executeTakeFirst();
  if (!row?.thread_id) return null;
  if (row.text !== null && row.text !== storedText(text)) throw sameIdOtherBody();
  return {
    conversationId: row.conversation_id,
    number: row.number,
    entryId,
    contactId: row.contact_id,
    opened: false,
    threadId: row.thread_id,
  };
}

/** Where both are there at once the next line is the same attempt to reach us, as long as the matter is open. */
function isSameVisit(ctx: Ctx, joined: Conversation, { channel }: Incoming): boolean {
  return joined.closed_at === null && joined.last_channel === channel && ctx.house.channels.get(channel)?.live === true;
}

async function startMessageContact(ctx: Ctx, conversation: Conversation, incoming: Incoming): Promise<string> {
  const contactId = newId();
  await insertLater(ctx.db, 'contacts', {
    workspace_id: ctx.workspaceId,
    id: contactId,
    conversation_id: conversation.id,
    brand_id: conversation.brand_id,
    customer_id: incoming.customerId,
    channel: incoming.channel,
    line_id: incoming.lineId,
    direction: 'in',
    started_at: incoming.occurredAt,
  });
  ctx.emit(
    contactStarted,
    conversation.id,
    { contactId, channel: incoming.channel, lineId: incoming.lineId, customerId: incoming.customerId, direction: 'in' },
    { occurredAt: incoming.occurredAt },
  );
  return contactId;
}

/** What a message does to a row that is there: last words, who waits, and whether a closed or sleeping one comes back. */
async function takeIn(
  ctx: Ctx,
  before: Conversation,
  incoming: Incoming,
  { entryId, goesOn }: { entryId: string; goesOn: boolean },
): Promise<{ id: string } | null> {
  const at = incoming.occurredAt;
  const newest = before.last_entry_id === null || at >= before.last_entry_at;
  const comesBack = !incoming.automatic && before.status_category !== 'open';
  const openStatus = comesBack ? await standardStatus(ctx, 'open') : null;
  await change(
    ctx,
    before,
    {
      entry_count: before.entry_count + 1,
      ...(newest ? lastWords(incoming, entryId) : {}),
      ...(incoming.automatic
        ? {}
        : {
            contact_count: before.contact_count + (goesOn ? 0 : 1),
            last_in_at: at,
            waiting_since: before.waiting_since ?? at,
            snoozed_until: null,
            snoozed_by: null,
          }),
      ...(openStatus ? { status_id: openStatus.id, status_category: 'open', closed_at: null, closed_by: null } : {}),
      ...(openStatus && before.closed_at ? { reopened_at: at, reopened_count: before.reopened_count + 1 } : {}),
    },
    { entry: true },
  );
  return openStatus;
}

function tell(
  ctx: Ctx,
  { id }: Conversation,
  incoming: Incoming,
  { entryId, contactId }: { entryId: string; contactId: string | null },
): void {
  const { lineId, channel, customerId, automatic, occurredAt } = incoming;
  ctx.emit(messageReceived, id, { entryId, contactId, lineId, channel, customerId, automatic }, { occurredAt });
}

/** What the message brought back, told after the message itself. */
function tellReturn(ctx: Ctx, before: Conversation, incoming: Incoming, openStatus: { id: string } | null): void {
  const { occurredAt, automatic } = incoming;
  if (openStatus && !before.closed_at) tellStatus(ctx, before, { id: openStatus.id, category: 'open' }, occurredAt);
  if (openStatus && before.closed_at) ctx.emit(conversationReopened, before.id, { by: 'customer' }, { occurredAt });
  if (!automatic && before.snoozed_until) ctx.emit(conversationWoken, before.id, { by: 'customer' }, { occurredAt });
}
