import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { insertLater, newId, writeLater } from '#platform/database';
import { sameIdOtherBody } from '#platform/problem';
import { keep } from '#platform/storage';
import { writeEvidence, type Evidence } from './evidence.ts';

/** A copy, blind copy or main recipient of a message. */
export interface Recipient {
  readonly kind: 'to' | 'cc' | 'bcc';
  readonly address: string;
  readonly name: string;
}

/** A stored file about to be tied to a message. */
export interface NewFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly contentId: string | null;
  readonly inline: boolean;
}

/** One new line of the spine with everything beside it. */
export interface NewEntry {
  readonly id: string;
  readonly conversationId: string;
  readonly threadId: string | null;
  readonly contactId: string | null;
  readonly kind: 'in' | 'out' | 'note' | 'call' | 'system';
  readonly channel: string | null;
  readonly authorKind: 'customer' | 'teammate' | 'assistant' | 'rule' | 'service' | 'system';
  readonly authorId: string | null;
  readonly occurredAt: Date;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly body?: {
    readonly subject?: string;
    readonly text: string;
    readonly visibleLength?: number;
    readonly html?: string;
    readonly language?: string;
    readonly fromName?: string;
    readonly fromAddress?: string;
    readonly recipients?: readonly Recipient[];
  };
  readonly files?: readonly NewFile[];
  readonly source?: { readonly sha256: string; readonly sizeBytes: number };
  readonly evidence?: Evidence;
  /** Its id was made for it in this transaction: nobody can have written it before. */
  readonly isNew?: boolean;
  /** The version it makes, where that is known; else the next one. */
  readonly atVersion?: number;
  /** What else the client asked for, as it was given: the same id with another wish is another body. */
  readonly asked?: Readonly<Record<string, unknown>>;
}

/** Longest text kept in the row beside an entry; a longer one is complete in its raw source. */
const textLimit = 1_000_000;

/**
 * Writes an entry once. Returns false when the same entry is already there (a repeated request); another body under the
 * same id is refused.
 */
export async function writeEntry(ctx: Ctx, entry: NewEntry): Promise<boolean> {
  const bodyHash = hashOf(entry);
  const row = {
    workspace_id: ctx.workspaceId,
    id: entry.id,
    conversation_id: entry.conversationId,
    thread_id: entry.threadId,
    contact_id: entry.contactId,
    kind: entry.kind,
    visibility: entry.kind === 'note' ? 'internal' : 'public',
    channel: entry.channel,
    author_kind: entry.authorKind,
    author_id: entry.authorId,
    occurred_at: entry.occurredAt,
    recorded_at: ctx.now,
    facts: JSON.stringify(entry.facts ?? {}),
    // the row is locked: this entry makes the next version
    at_version:
      entry.atVersion ??
      sql<number>`1 + (select version from conversations where workspace_id = ${ctx.workspaceId} and id = ${entry.conversationId})`,
    body_hash: bodyHash,
  };
  if (entry.isNew && entry.atVersion !== undefined)
    await insertLater(ctx.db, 'entries', { ...row, at_version: entry.atVersion });
  else if (entry.isNew) await writeLater(ctx.db, ctx.db.insertInto('entries').values(row));
  else {
    const once = ctx.db
      .insertInto('entries')
      .values(row)
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing());
    const { numInsertedOrUpdatedRows } = await once.executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) {
      await refuseOtherBody(ctx, entry, bodyHash);
      return false;
    }
  }
  if (entry.body) await writeBody(ctx, entry, entry.body);
  if (entry.source) await writeSource(ctx, entry.id, entry.source);
  for (const [position, file] of (entry.files ?? []).entries()) await writeFile(ctx, entry, file, position);
  if (entry.evidence) await writeEvidence(ctx, entry.id, entry.evidence);
  return true;
}

/** Whether this entry was written before: the same request a second time. */
export async function isThere(ctx: Ctx, entryId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  return row !== undefined;
}

async function refuseOtherBody(ctx: Ctx, entry: NewEntry, bodyHash: Buffer): Promise<void> {
  const there = await ctx.db
    .selectFrom('entries')
    .select(['body_hash', 'conversation_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entry.id)
    .executeTakeFirst();
  if (!there || !there.body_hash?.equals(bodyHash)) throw sameIdOtherBody();
}

async function writeBody(ctx: Ctx, entry: NewEntry, body: NonNullable<NewEntry['body']>): Promise<void> {
  await insertLater(ctx.db, 'entry_bodies', {
    workspace_id: ctx.workspaceId,
    entry_id: entry.id,
    subject: body.subject?.slice(0, 998) ?? null,
    // PostgreSQL holds no zero byte in a text
    text: storedText(body.text),
    visible_length: body.visibleLength ?? null,
    html: body.html ? storedText(body.html) : null,
    language: body.language ?? null,
    from_name: body.fromName ? storedText(body.fromName) : null,
    from_address: body.fromAddress ? storedText(body.fromAddress) : null,
    recipients: JSON.stringify(body.recipients ?? []),
  });
}

async function writeSource(ctx: Ctx, entryId: string, source: { sha256: string; sizeBytes: number }): Promise<void> {
  const row = { workspace_id: ctx.workspaceId, entry_id: entryId, sha256: source.sha256, size_bytes: source.sizeBytes };
  await insertLater(ctx.db, 'entry_sources', row);
  keep(ctx, source.sha256);
}

async function writeFile(ctx: Ctx, entry: NewEntry, file: NewFile, position: number): Promise<void> {
  const row = {
    workspace_id: ctx.workspaceId,
    id: newId(),
    entry_id: entry.id,
    sha256: file.sha256,
    name: storedText(file.name).slice(0, 400),
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
    position,
  };
  // Files of a note lie in a table of their own, which nothing that delivers can read.
  if (entry.kind === 'note') await insertLater(ctx.db, 'note_files', row);
  else {
    const named = { ...row, entry_kind: entry.kind, content_id: file.contentId, inline: file.inline };
    await insertLater(ctx.db, 'message_files', named);
  }
  keep(ctx, file.sha256);
}

/** A text as the database can hold it: no zero byte, and bounded. */
export function storedText(text: string): string {
  return text.replaceAll('\0', '').slice(0, textLimit);
}

function hashOf(entry: NewEntry): Buffer {
  const said = [
    entry.conversationId,
    entry.kind,
    entry.body?.text ?? '',
    entry.body?.html ?? '',
    entry.source?.sha256 ?? '',
    entry.asked ? JSON.stringify(entry.asked) : '',
  ];
  return createHash('sha256').update(said.join('\n\0')).digest();
}

/** One copy of a reply for each who gets it, held until its time. */
export async function writeDeliveries(
  ctx: Ctx,
  copies: {
    readonly conversationId: string;
    readonly entryId: string;
    readonly line: { readonly id: string; readonly channel: string };
    readonly recipients: readonly Recipient[];
    readonly deliverAt: Date;
  },
): Promise<void> {
  const rows = copies.recipients.map((recipient) => ({
    workspace_id: ctx.workspaceId,
    id: newId(),
    conversation_id: copies.conversationId,
    entry_id: copies.entryId,
    line_id: copies.line.id,
    channel: copies.line.channel,
    recipient_kind: recipient.kind,
    recipient: recipient.address,
    deliver_at: copies.deliverAt,
  }));
  await writeLater(ctx.db, ctx.db.insertInto('deliveries').values(rows));
}
