import { sql } from 'kysely';
import { brandKept } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import type { BytesReply, FileStore } from '#platform/domain';
import { notFound } from '#platform/problem';
import { bytesOf, fileRow } from '../bytes.ts';
import type { ClientConversation, ClientEntry } from '../contract.ts';
import { entryPage } from '../entries.ts';
import { cursorOf, readCursor } from '../keyset.ts';
import { neverLeft } from '../taken-back.ts';
import { can, visibleToClient } from './policy.ts';

/** Columns that a client reads: nothing of whose work it is, nor of what was noted. */
const columns = [
  'id',
  'number',
  'brand_id',
  'subject',
  'customer_name',
  'status_category',
  'opened_at',
  'closed_at',
] as const;

/** The conversations of one brand, the one opened last first. */
export async function listForClient(
  ctx: ReadCtx,
  asked: { readonly brandId: string; readonly after?: string | undefined; readonly limit: number },
): Promise<{ rows: ClientConversation[]; next: string | null }> {
  if (!can.readBrand(ctx.actor, asked.brandId)) return { rows: [], next: null };
  const place = readCursor(asked.after);
  const found = await visibleRows(ctx)
    .where('brand_id', '=', asked.brandId)
    .$if(place !== null, (rows) =>
      rows.where(sql<boolean>`(opened_at, id) < (${place?.value ?? ''}::timestamptz, ${place?.id ?? ''}::uuid)`),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  const last = found.length > asked.limit ? page.at(-1) : undefined;
  return { rows: page.map(view), next: last ? cursorOf(last.opened_at, last.id) : null };
}

/** One of them; what a client may not read does not exist. */
export async function readForClient(ctx: ReadCtx, id: string): Promise<ClientConversation> {
  const row = await visibleRows(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return view(row);
}

/** What was said: no notes, no events of the desk, and our side by the brand's name. */
export async function entriesForClient(
  ctx: ReadCtx,
  id: string,
  asked: { readonly before?: string | undefined; readonly limit: number },
): Promise<{ rows: ClientEntry[]; before: string | null }> {
  const { brandId } = await readForClient(ctx, id);
  const place = readCursor(asked.before);
  const before = place ? { at: new Date(place.value), id: place.id } : null;
  const page = await entryPage(ctx, id, { before, limit: asked.limit, kinds: ['in', 'out', 'call'], onlyLeft: true });
  const brandName = (await brandKept(ctx, brandId))?.name ?? '';
  return {
    rows: page.rows.map(({ id: entryId, kind, occurredAt, text, author, files }) => ({
      id: entryId,
      kind: kind as ClientEntry['kind'],
      occurredAt,
      text,
      author: { name: kind === 'out' ? brandName : author.name },
      files: files.filter(({ inline }) => !inline).map(({ id: fileId, name }) => ({ id: fileId, name })),
    })),
    before: page.before ? cursorOf(page.before.at, page.before.id) : null,
  };
}

/** A file of a message, never of a note, nor of a reply that was taken back or has not left yet. */
export async function fileForClient(ctx: ReadCtx, files: FileStore, fileId: string): Promise<BytesReply> {
  const file = await fileRow(ctx, 'message_files', fileId);
  if (!file || !(await stands(ctx, fileId))) throw notFound();
  await readForClient(ctx, file.conversation_id);
  return bytesOf(ctx, files, file);
}

/** Whether the message of a file was said: not held, failed or taken back. */
async function stands(ctx: ReadCtx, fileId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('entries')
    .innerJoin('message_files', (join) =>
      join
        .onRef('message_files.workspace_id', '=', 'entries.workspace_id')
        .onRef('message_files.entry_id', '=', 'entries.id'),
    )
    .select('entries.id')
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('message_files.id', '=', fileId)
    .where((eb) => eb.not(neverLeft(eb as never) as never))
    .executeTakeFirst();
  return row !== undefined;
}

function visibleRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('conversations')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visibleToClient(ctx.actor));
}

type Row = Awaited<ReturnType<ReturnType<typeof visibleRows>['executeTakeFirstOrThrow']>>;

function view(row: Row): ClientConversation {
  return {
    id: row.id,
    number: row.number,
    brandId: row.brand_id,
    subject: row.subject,
    customer: { name: row.customer_name },
    status: row.status_category as ClientConversation['status'],
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
