import type { Ctx } from '#platform/ctx';
import { notFound, problem } from '#platform/problem';
import { noteTakenBack } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { refreshLast } from './refresh-last.ts';

const notYours = problem(
  'conversations/note-not-yours',
  403,
  'Only who wrote a note can take it back',
  'Add another note that says what is right.',
);
const hasFiles = problem(
  'conversations/note-has-files',
  409,
  'A note with files stays',
  'Add another note that says what is right.',
);

/** Takes back a note one wrote oneself: its words are gone, and the history says that it was there. */
export async function takeBackNote(ctx: Ctx, entryId: string): Promise<void> {
  const note = await ctx.db
    .selectFrom('entries')
    .select(['conversation_id', 'author_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .where('kind', '=', 'note')
    .executeTakeFirst();
  if (!note) throw notFound();
  const conversation = await lock(ctx, note.conversation_id);
  if (!can.note(ctx.actor, factsOf(conversation))) throw mayNotNote();
  if (note.author_id !== ctx.actor.id) throw notYours();
  if (await holdsFiles(ctx, entryId)) throw hasFiles();
  for (const table of ['entry_bodies', 'threading_evidence'] as const) {
    await ctx.db
      .deleteFrom(table)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('entry_id', '=', entryId)
      .execute();
  }
  await ctx.db.deleteFrom('entries').where('workspace_id', '=', ctx.workspaceId).where('id', '=', entryId).execute();
  await refreshLast(ctx, await lock(ctx, note.conversation_id));
  ctx.emit(noteTakenBack, note.conversation_id, { entryId });
}

async function holdsFiles(ctx: Ctx, entryId: string): Promise<boolean> {
  const file = await ctx.db
    .selectFrom('note_files')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .limit(1)
    .executeTakeFirst();
  return file !== undefined;
}
