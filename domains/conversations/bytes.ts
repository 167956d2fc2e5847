import type { ReadCtx } from '#platform/ctx';
import type { BytesReply, FileStore } from '#platform/domain';
import { notFound } from '#platform/problem';
import { safeHtml } from '#science/mail';
import { load } from './load.ts';

/** Pictures that may be shown inside our own pages; everything else is a download. */
const inlineTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

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

/** The faithful body of a message, cleaned, for a sandboxed frame. Remote images only when asked for. */
export async function entryBody(ctx: ReadCtx, entryId: string, images: 'blocked' | 'shown'): Promise<BytesReply> {
  const entry = await seenEntry(ctx, entryId);
  if (!entry.html) throw notFound();
  const files = await ctx.db
    .selectFrom('message_files')
    .select(['id', 'content_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where('content_id', 'is not', null)
    .limit(200)
    .execute();
  const byContentId = new Map(files.map((file) => [file.content_id?.replace(/^<|>$/g, ''), file.id]));
  const body = safeHtml(entry.html, {
    cidUrl: (contentId: string) => {
      const id = byContentId.get(contentId);
      return id ? `/api/files/${id}` : null;
    },
    remoteImages: images,
  });
  const page = `<!doctype html><meta charset="utf-8"><base target="_blank"><style>body{font:14px/1.5 system-ui,sans-serif;margin:0;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style>${body.html}`;
  return { bytes: Buffer.from(page), mediaType: 'text/html; charset=utf-8', inline: true };
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
  return {
    bytes: await files.open(ctx.workspaceId, file.sha256),
    mediaType: inlineTypes.has(file.media_type) ? file.media_type : 'application/octet-stream',
    fileName: file.name,
    inline: inlineTypes.has(file.media_type),
  };
}

async function fileRow(ctx: ReadCtx, table: 'message_files' | 'note_files', id: string) {
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
