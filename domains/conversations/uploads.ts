import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Asker, BytesReply, FileStore, Tools } from '#platform/domain';
import { newId } from '#platform/database';
import { notFound, problem, sameIdOtherBody, signInFirst } from '#platform/problem';
import { keep, release } from '#platform/storage';
import { bytesOf } from './bytes.ts';
import { uploadLimit, uploadLimitBytes, type UploadView } from './contract.ts';
import { factsOf, load } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { anyOf } from './sql.ts';
import type { NewFile } from './write-entry.ts';

const uploadGone = problem(
  'conversations/upload-gone',
  422,
  'A file of this message is no longer there',
  'Add it again, then send.',
);
const filesTooLarge = problem(
  'conversations/files-too-large',
  422,
  'These files are too large together',
  'A message carries 20 MB and 30 files at most. Take one out, or send a link to it.',
);

/** How long a file that was never sent, and that no draft names, is kept. */
const keptDays = 30;
/** Most files one sweep removes in a workspace. */
const sweepLimit = 1_000;

/** What a client says of a file it sends. */
interface Given {
  readonly id: string;
  readonly conversationId?: string | undefined;
  readonly name: string;
  readonly mediaType: string;
}

/** Takes a file in as it comes: asked first, stored outside any transaction, then named. Twice is once. */
export async function takeUpload(tools: Tools, asker: Asker, given: Given, bytes: Readable): Promise<UploadView> {
  const who = { ...asker, via: 'api' } as const;
  await tools.read(who, (ctx) => mayWrite(ctx, given.conversationId));
  const { sha256, sizeBytes } = await tools.files.put(asker.workspaceId, bytes, uploadLimitBytes);
  return tools.transact(who, async (ctx) => {
    const teammateId = await mayWrite(ctx, given.conversationId);
    const row = {
      workspace_id: ctx.workspaceId,
      id: given.id,
      teammate_id: teammateId,
      conversation_id: given.conversationId ?? null,
      sha256,
      name: given.name.replace(/[\\/\p{Cc}\u202a-\u202e]+/gu, '_'),
      media_type: given.mediaType.toLowerCase(),
      size_bytes: sizeBytes,
      uploaded_at: ctx.now,
    };
    const written = await ctx.db
      .insertInto('uploads')
      .values(row)
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 1n) {
      keep(ctx, sha256);
      return viewOf(row);
    }
    const [there] = await uploadRows(ctx, [given.id]);
    if (there?.sha256 !== sha256) throw sameIdOtherBody();
    return viewOf(there);
  });
}

async function mayWrite(ctx: ReadCtx, conversationId: string | undefined): Promise<string> {
  if (!ctx.actor.id) throw signInFirst();
  if (conversationId !== undefined && !can.note(ctx.actor, factsOf(await load(ctx, conversationId))))
    throw mayNotNote();
  return ctx.actor.id;
}

/** The bytes of an upload, for whoever put it there. */
export async function uploadBytes(ctx: ReadCtx, files: FileStore, id: string): Promise<BytesReply> {
  const [row] = await uploadRows(ctx, [id]);
  if (!row) throw notFound();
  return bytesOf(ctx, files, row);
}

/** Takes a file out of what is being written. */
export async function dropUpload(ctx: Ctx, id: string): Promise<void> {
  if ((await removeUploads(ctx, [id])) === 0) throw notFound();
}

/** These uploads of the actor, in the order asked for; those that are not theirs do not exist. */
export async function uploadViews(ctx: ReadCtx, ids: readonly string[]): Promise<readonly UploadView[]> {
  return (await uploadRows(ctx, ids)).map(viewOf);
}

/**
 * The files a message is to carry: taken from the writer's uploads, of this conversation or of none. A picture that the
 * text shows by `cid:` is inline; everything else is attached.
 */
export async function claimUploads(
  ctx: Ctx,
  ask: { readonly ids: readonly string[]; readonly conversationId: string; readonly html: string | undefined },
): Promise<readonly NewFile[]> {
  if (ask.ids.length === 0) return [];
  const rows = await uploadRows(ctx, ask.ids);
  const own = rows.filter((row) => row.conversation_id === null || row.conversation_id === ask.conversationId);
  if (own.length !== new Set(ask.ids).size) throw uploadGone();
  return own.map((row) => {
    const contentId = contentIdOf(row.id);
    const isInline = ask.html?.includes(`cid:${contentId}`) ?? false;
    return {
      sha256: row.sha256,
      name: row.name,
      mediaType: row.media_type,
      sizeBytes: Number(row.size_bytes),
      contentId: isInline ? contentId : null,
      inline: isInline,
    };
  });
}

/** Refuses what no mail host would take. */
export function refuseTooLarge(files: readonly NewFile[]): void {
  const sumBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (sumBytes > uploadLimitBytes || files.length > uploadLimit) throw filesTooLarge();
}

/** What a picture is called within the text of its message. */
function contentIdOf(uploadId: string): string {
  return `${uploadId}@rapport`;
}

/** Uploads that became part of a message, or were taken out: their rows go, and what nobody names is swept later. */
export async function removeUploads(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await ctx.db
    .deleteFrom('uploads')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', ctx.actor.id)
    .where('id', '=', anyOf(ids))
    .returning('sha256')
    .execute();
  for (const { sha256 } of gone) release(ctx, sha256);
  return gone.length;
}

/** The files of a message that was taken back, as uploads of the writer again; a picture keeps the name its text knows. */
export async function uploadsAgain(ctx: Ctx, conversationId: string, entryId: string): Promise<readonly string[]> {
  const files = await ctx.db
    .selectFrom('message_files')
    .select(['sha256', 'name', 'media_type', 'size_bytes', 'content_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .orderBy('position')
    .limit(uploadLimit)
    .execute();
  if (files.length === 0 || !ctx.actor.id) return [];
  const rows = files.map((file) => ({
    workspace_id: ctx.workspaceId,
    id: file.content_id?.split('@')[0] ?? newId(),
    teammate_id: ctx.actor.id ?? '',
    conversation_id: conversationId,
    sha256: file.sha256,
    name: file.name,
    media_type: file.media_type.slice(0, 200),
    size_bytes: file.size_bytes,
    uploaded_at: ctx.now,
  }));
  await ctx.db.insertInto('uploads').values(rows).execute();
  for (const { sha256 } of rows) keep(ctx, sha256);
  return rows.map(({ id }) => id);
}

/** Removes what was never sent and stands in no draft, a month later. */
export async function sweepUploads(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ sha256: string }>`
    delete from uploads where workspace_id = ${ctx.workspaceId} and id in (
      select id from uploads where workspace_id = ${ctx.workspaceId}
        and uploaded_at < ${ctx.now}::timestamptz - make_interval(days => ${keptDays})
        and not exists (select from drafts where drafts.workspace_id = uploads.workspace_id
          and drafts.teammate_id = uploads.teammate_id and drafts.body->'uploadIds' ? uploads.id::text)
        and not exists (select from scheduled_replies later where later.workspace_id = uploads.workspace_id
          and later.conversation_id = uploads.conversation_id and later.sent_at is null and later.cancelled_at is null
          and later.body->'uploadIds' ? uploads.id::text)
      order by uploaded_at limit ${sweepLimit})
    returning sha256`.execute(ctx.db);
  for (const { sha256 } of rows) release(ctx, sha256);
}

async function uploadRows(ctx: ReadCtx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('uploads')
    .select(['id', 'conversation_id', 'sha256', 'name', 'media_type', 'size_bytes'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', ctx.actor.id)
    .where('id', '=', anyOf(ids))
    .limit(200)
    .execute();
  const place = new Map(ids.map((id, position) => [id, position]));
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

function viewOf(row: {
  id: string;
  name: string;
  media_type: string;
  size_bytes: number | string | bigint;
}): UploadView {
  return { id: row.id, name: row.name, mediaType: row.media_type, sizeBytes: Number(row.size_bytes) };
}
