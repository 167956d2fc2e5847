import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { anyOf } from './sql.ts';
import type { NewFile } from './write-entry.ts';

const fileNotHere = problem(
  'conversations/file-not-here',
  422,
  'A file to be passed on is not in this conversation',
  'Take it out and add it again.',
);

/** Files of earlier messages of a conversation, to go along with a new one. Files of notes are in no table read here. */
export async function carriedFiles(
  ctx: Ctx,
  conversationId: string,
  fileIds: readonly string[],
): Promise<readonly NewFile[]> {
  if (fileIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('message_files')
    .innerJoin('entries', (join) =>
      join
        .onRef('entries.workspace_id', '=', 'message_files.workspace_id')
        .onRef('entries.id', '=', 'message_files.entry_id'),
    )
    .select(['message_files.sha256', 'message_files.name', 'message_files.media_type', 'message_files.size_bytes'])
    .where('message_files.workspace_id', '=', ctx.workspaceId)
    .where('message_files.id', '=', anyOf(fileIds))
    .where('entries.conversation_id', '=', conversationId)
    .orderBy('message_files.entry_id')
    .orderBy('message_files.position')
    .execute();
  if (rows.length !== new Set(fileIds).size) throw fileNotHere();
  return rows.map((row) => ({
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    contentId: null,
    inline: false,
  }));
}
