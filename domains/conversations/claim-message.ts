import type { Ctx } from '#platform/ctx';
import { teammateName } from '#domains/identity';
import { entriesInWords } from './in-words.ts';
import { claimedRows, claimRows, postpone } from './claim-rows.ts';
import { anyOf } from './sql.ts';
import type { NewFile, Recipient } from './write-entry.ts';

/** A reply that is to leave now, with everything its channel needs. Only rows of `deliveries` lead here. */
export interface ClaimedMessage {
  /** The name of this claim: what became of it is recorded under it. */
  readonly claimedBy: string;
  readonly entryId: string;
  readonly conversationId: string;
  readonly number: number;
  readonly brandId: string;
  /** Whose matter it is; others may be written to. */
  readonly customerId: string;
  readonly lineId: string;
  readonly threadId: string | null;
  readonly subject: string;
  /** The writer named it so; else it is what the conversation is called. */
  readonly hasOwnSubject: boolean;
  readonly text: string;
  readonly html: string | null;
  readonly author: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly recipients: readonly {
    deliveryId: string;
    kind: 'to' | 'cc' | 'bcc';
    address: string;
    name: string;
    attempts: number;
  }[];
  readonly files: readonly NewFile[];
  /** Everyone the message names, also those who have their copy already. */
  readonly named: readonly Recipient[];
  /** The customer's message it answers, for quoting and headers; null when it passes one on. */
  readonly answers: null | Earlier;
  /** The message it passes on, whole. */
  readonly forwards: null | Earlier;
  /** What its writer said about earlier words below it; null: only to people who know them. */
  readonly quote: boolean | null;
}

/** A message of before, as it stands below a new one. */
export interface Earlier {
  readonly entryId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly recipients: readonly Recipient[];
  readonly occurredAt: Date;
  /** The pictures its body shows. */
  readonly pictures: readonly NewFile[];
}

/** Most recipients of one message. */
const recipientLimit = 200;

/**
 * Takes the oldest reply that is due in a conversation on one channel and marks it claimed, under the lock of its rows;
 * null when nothing is due. Replies leave in the order they were written. `claimedBy` is the name of this one claim: asked
 * again by it, because its commit was not heard of, it is answered the same.
 */
export async function claimMessage(
  ctx: Ctx,
  ask: {
    conversationId: string;
    channel: string;
    claimedBy: string;
    /** Whether the channel lets it leave now: null is yes, a date is when, 'busy' is not now. */
    hold?: (reply: { entryId: string; lineId: string }) => Promise<Date | 'busy' | null>;
  },
): Promise<ClaimedMessage | null> {
  const oldest = await ctx.db
    .selectFrom('deliveries')
    .select(['entry_id', 'deliver_at', 'claimed_at', 'claimed_by', 'line_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', ask.conversationId)
    .where('channel', '=', ask.channel)
    .where((eb) =>
      eb.and([
        eb('sent_at', 'is', null),
        eb('unconfirmed_at', 'is', null),
        eb('failed_at', 'is', null),
        eb('cancelled_at', 'is', null),
      ]),
    )
    .orderBy('deliver_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  // An earlier one that is still on its way holds later ones back: their order is part of the message.
  if (!oldest) return null;
  const isOurs = oldest.claimed_at !== null && oldest.claimed_by === ask.claimedBy;
  if (!isOurs && (oldest.claimed_at || oldest.deliver_at > ctx.now)) return null;
  const held = isOurs ? null : ((await ask.hold?.({ entryId: oldest.entry_id, lineId: oldest.line_id })) ?? null);
  if (held === 'busy') return null;
  if (held !== null) return postpone(ctx, ask.conversationId, oldest.entry_id, held);
  const claimed = isOurs
    ? await claimedRows(ctx, oldest.entry_id, ask.claimedBy)
    : await claimRows(ctx, oldest.entry_id, ask.claimedBy);
  const first = claimed[0];
  if (!first) return null;
  ctx.touch('conversation', ask.conversationId);
  const message = await messageOf(ctx, oldest.entry_id, first.line_id, claimed.slice(0, recipientLimit));
  return { ...message, claimedBy: ask.claimedBy };
}

async function messageOf(
  ctx: Ctx,
  entryId: string,
  lineId: string,
  deliveries: readonly { id: string; recipient: string; recipient_kind: string; attempts: number }[],
): Promise<Omit<ClaimedMessage, 'claimedBy'>> {
  const entry = await entryToSend(ctx, entryId);
  const named = (entry.recipients ?? []) as unknown as readonly Recipient[];
  const names = new Map(named.map((recipient) => [recipient.address, recipient.name]));
  const { forwards, quote } = entry.facts as { forwards?: string; quote?: boolean };
  return {
    entryId,
    conversationId: entry.conversation_id,
    number: entry.number,
    brandId: entry.brand_id,
    customerId: entry.customer_id,
    lineId,
    threadId: entry.thread_id,
    subject: entry.own_subject ?? entry.subject,
    hasOwnSubject: entry.own_subject !== null,
    text: entry.text,
    html: entry.html,
    author: {
      kind: entry.author_kind,
      id: entry.author_id,
      name: entry.author_kind === 'teammate' && entry.author_id ? await teammateName(ctx, entry.author_id) : '',
    },
    recipients: deliveries.map((delivery) => ({
      deliveryId: delivery.id,
      kind: delivery.recipient_kind as 'to' | 'cc' | 'bcc',
      address: delivery.recipient,
      name: names.get(delivery.recipient) ?? '',
      attempts: delivery.attempts,
    })),
    files: await filesOf(ctx, entryId),
    named,
    answers: forwards ? null : await answered(ctx, entry.conversation_id, entry.occurred_at),
    forwards: forwards ? await forwarded(ctx, forwards) : null,
    quote: quote ?? null,
  };
}

/** The reply itself, with what its conversation is called. */
async function entryToSend(ctx: Ctx, entryId: string) {
  return ctx.db
    .selectFrom('entries')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.workspace_id', '=', 'entries.workspace_id')
        .onRef('conversations.id', '=', 'entries.conversation_id'),
    )
    .innerJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .select([
      'entries.conversation_id',
      'entries.thread_id',
      'entries.author_kind',
      'entries.author_id',
      'entries.occurred_at',
      'entries.facts',
      'entry_bodies.subject as own_subject',
      'conversations.number',
      'conversations.brand_id',
      'conversations.customer_id',
      'conversations.subject',
      'entry_bodies.text',
      'entry_bodies.html',
      'entry_bodies.recipients',
    ])
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.id', '=', entryId)
    .executeTakeFirstOrThrow();
}

async function filesOf(ctx: Ctx, entryId: string): Promise<readonly NewFile[]> {
  const rows = await ctx.db
    .selectFrom('message_files')
    .select(['sha256', 'name', 'media_type', 'size_bytes', 'content_id', 'inline'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', anyOf([entryId]))
    .orderBy('position')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    contentId: row.content_id,
    inline: row.inline,
  }));
}

/** The newest message of the customer before a reply. */
async function answered(ctx: Ctx, conversationId: string, before: Date): Promise<Earlier | null> {
  const row = await earlierRows(ctx)
    .where('entries.conversation_id', '=', conversationId)
    .where('entries.kind', '=', 'in')
    .where('entries.occurred_at', '<=', before)
    .orderBy('entries.occurred_at', 'desc')
    .orderBy('entries.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? earlierOf(ctx, row) : null;
}

async function forwarded(ctx: Ctx, entryId: string): Promise<Earlier | null> {
  const row = await earlierRows(ctx)
    .where('entries.id', '=', entryId)
    .where('entries.visibility', '=', 'public')
    .executeTakeFirst();
  return row ? earlierOf(ctx, row) : null;
}

function earlierRows(ctx: Ctx) {
  return entriesInWords(ctx).select([
    'entries.id',
    'entries.occurred_at',
    'entry_bodies.subject',
    'entry_bodies.text',
    'entry_bodies.html',
    'entry_bodies.from_name',
    'entry_bodies.from_address',
    'entry_bodies.recipients',
  ]);
}

async function earlierOf(
  ctx: Ctx,
  row: Awaited<ReturnType<ReturnType<typeof earlierRows>['executeTakeFirstOrThrow']>>,
): Promise<Earlier> {
  const hasPictures = row.html?.includes('cid:') ?? false;
  const files = hasPictures ? await filesOf(ctx, row.id) : [];
  return {
    entryId: row.id,
    subject: row.subject ?? '',
    text: row.text,
    html: row.html,
    fromName: row.from_name ?? '',
    fromAddress: row.from_address ?? '',
    recipients: (row.recipients ?? []) as unknown as readonly Recipient[],
    occurredAt: row.occurred_at,
    pictures: files.filter(({ contentId }) => contentId !== null),
  };
}
