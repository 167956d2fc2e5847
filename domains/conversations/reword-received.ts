import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { entriesInWords } from './in-words.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotReply } from './policy.ts';
import { refreshLast } from './refresh-last.ts';
import { searchLater } from './search/write-search.ts';
import { storedText } from './write-entry.ts';

/** What a message that came says, read anew from its source. */
export interface Reworded {
  readonly subject: string;
  readonly text: string;
  readonly visibleLength: number | null;
  readonly html: string | null;
  readonly fromName: string | null;
}

/**
 * The same message, read better: its words, its row in lists and what search finds of it follow. The conversation keeps its
 * name when somebody, or another message, gave it one.
 */
export async function rewordReceived(ctx: Ctx, entryId: string, words: Reworded): Promise<void> {
  const entry = await entriesInWords(ctx)
    .select(['entries.conversation_id', 'entries.kind', 'entry_bodies.subject'])
    .where('entries.id', '=', entryId)
    .executeTakeFirst();
  if (!entry || entry.kind !== 'in') throw notFound();
  const conversation = await lock(ctx, entry.conversation_id);
  if (!can.reply(ctx.actor, factsOf(conversation))) throw mayNotReply();
  await ctx.db
    .updateTable('entry_bodies')
    .set({
      subject: storedText(words.subject),
      text: storedText(words.text),
      visible_length: words.visibleLength,
      html: words.html === null ? null : storedText(words.html),
      ...(words.fromName ? { from_name: storedText(words.fromName) } : {}),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .execute();
  if (conversation.subject === entry.subject)
    await ctx.db
      .updateTable('conversations')
      .set({ subject: storedText(words.subject) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', conversation.id)
      .execute();
  await refreshLast(ctx, conversation);
  searchLater(ctx, conversation.id);
}
