import type { ReadCtx } from '#platform/ctx';
import type { BytesReply, FileStore } from '#platform/domain';
import { notFound } from '#platform/problem';
import { safeHtml, visibleReplyHtml } from '#science/mail';
import { load } from './load.ts';
import { lookInto, pictureKind } from './picture-kind.ts';

/** Pictures that may be shown inside our own pages; everything else is a download. */
export const inlineTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

async function seenEntry(ctx: ReadCtx, entryId: string) {
  const entry = await ctx.db
    .selectFrom('entries')
    .leftJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .select(['entries.conversation_id', 'entry_bodies.html', 'entry_bodies.text'])
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.id', '=', entryId)
    .executeTakeFirst();
  if (!entry) throw notFound();
  await load(ctx, entry.conversation_id);
  return entry;
}

/** Largest picture, and most bytes of pictures, that travel within a body; a larger one is among the files. */
const pictureLimitBytes = 2_000_000;
const picturesLimitBytes = 8_000_000;

/**
 * The faithful body of a message, cleaned, for a sandboxed frame. Its frame has no origin and so no cookies: pictures of
 * the mail travel within it, remote ones load only when asked for. What is quoted of earlier messages is folded.
 */
export async function entryBody(
  ctx: ReadCtx,
  files: Pick<FileStore, 'read'>,
  entryId: string,
  ask: { readonly images: 'blocked' | 'shown'; readonly foldedAs?: string | undefined },
): Promise<BytesReply> {
  const entry = await seenEntry(ctx, entryId);
  if (!entry.html) throw notFound();
  const pictures = await picturesOf(ctx, files, entryId, entry.html);
  const options = { cidUrl: (contentId: string) => pictures.get(contentId) ?? null, remoteImages: ask.images };
  const { replyHtml, foldedHtml } = visibleReplyHtml(entry.html);
  const isWhole = foldedHtml === '' || safeHtml(replyHtml, options).html.trim() === '';
  const shown = safeHtml(isWhole ? entry.html : replyHtml, options).html;
  const folded = isWhole
    ? ''
    : `<details><summary>${escapeText(ask.foldedAs ?? '…')}</summary>${safeHtml(foldedHtml, options).html}</details>`;
  return {
    bytes: Buffer.from(`${pageHead}${shown}${folded}`),
    mediaType: 'text/html; charset=utf-8',
    inline: true,
    framed: { remoteImages: ask.images === 'shown' },
  };
}

const pageHead =
  '<!doctype html><meta charset="utf-8"><base target="_blank"><style>:root{color-scheme:light}body{font:14px/1.5 system-ui,sans-serif;margin:0;color:#14201b;overflow-wrap:anywhere}img{max-width:100%;height:auto}summary{cursor:pointer;color:#5f6d66;font-size:13px;min-height:24px}</style>';

/** The pictures a body shows, as data within it: content id → address. */
async function picturesOf(
  ctx: ReadCtx,
  files: Pick<FileStore, 'read'>,
  entryId: string,
  html: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .selectFrom('message_files')
    .select(['content_id', 'sha256', 'media_type', 'size_bytes'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where('content_id', 'is not', null)
    .limit(200)
    .execute();
  const pictures = new Map<string, string>();
  let roomBytes = picturesLimitBytes;
  for (const row of rows) {
    const contentId = row.content_id?.replace(/^<|>$/g, '') ?? '';
    const size = Number(row.size_bytes);
    if (!html.includes(contentId) || !inlineTypes.has(row.media_type)) continue;
    if (size > pictureLimitBytes || size > roomBytes) continue;
    roomBytes -= size;
    const bytes = await files.read(ctx.workspaceId, row.sha256);
    const kind = pictureKind(bytes);
    if (kind) pictures.set(contentId, `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return pictures;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** The raw source, as it came. */
export async function entrySource(ctx: ReadCtx, files: FileStore, entryId: string): Promise<BytesReply> {
  await seenEntry(ctx, entryId);
  const source = await ctx.db
    .selectFrom('entry_sources')
    .select(['sha256', 'media_type'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst();
  if (!source) throw notFound();
  return {
    bytes: await files.open(ctx.workspaceId, source.sha256),
    mediaType: source.media_type,
    fileName: 'message.eml',
  };
}

/** A file of a message or a note, for those who may see its conversation. */
export async function fileBytes(ctx: ReadCtx, files: FileStore, fileId: string): Promise<BytesReply> {
  const file = (await fileRow(ctx, 'message_files', fileId)) ?? (await fileRow(ctx, 'note_files', fileId));
  if (!file) throw notFound();
  await load(ctx, file.conversation_id);
  return bytesOf(ctx, files, file);
}

/** A file as it is sent: what says it is a picture, and is one by its bytes, inline; everything else as a download. */
export async function bytesOf(
  ctx: ReadCtx,
  files: FileStore,
  file: { readonly sha256: string; readonly name: string; readonly media_type: string },
): Promise<BytesReply> {
  const { kind, bytes } = await lookInto(await files.open(ctx.workspaceId, file.sha256));
  const isShown = kind !== null && inlineTypes.has(file.media_type);
  return {
    bytes,
    mediaType: isShown ? kind : 'application/octet-stream',
    fileName: file.name,
    inline: isShown,
  };
}

/** A file with the conversation it lies in; the caller asks the policy. */
export async function fileRow(ctx: ReadCtx, table: 'message_files' | 'note_files', id: string) {
  return ctx.db
    .selectFrom(table)
    .innerJoin('entries', (join) =>
      join.onRef('entries.workspace_id', '=', `${table}.workspace_id`).onRef('entries.id', '=', `${table}.entry_id`),
    )
    .select(['entries.conversation_id', `${table}.sha256`, `${table}.name`, `${table}.media_type`])
    .where(`${table}.workspace_id`, '=', ctx.workspaceId)
    .where(`${table}.id`, '=', id)
    .executeTakeFirst();
}
