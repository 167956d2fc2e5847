import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { dropSentDraft } from './drafts.ts';
import { addFollowers } from './follow.ts';
import { type ConversationView, type EntryView, noteAdded } from './contract.ts';
import { factsOf, lockSurvivor } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { preview } from './preview.ts';
import { conversationView, entryView } from './views.ts';
import { claimUploads, refuseTooLarge, removeUploads } from './uploads.ts';
import { isThere, type NewFile, writeEntry } from './write-entry.ts';
import { knownTeammates } from '#domains/identity';
import { knownTeams } from '#domains/teams';

const unknownMention = problem(
  'conversations/unknown-mention',
  422,
  'Somebody mentioned is not a teammate here',
  'Choose the name from the list.',
);

const unknownTeam = problem(
  'conversations/unknown-team',
  422,
  'A team mentioned is not here',
  'Choose the team from the list.',
);

/** Add an internal note. It has no recipients and no way to get any. */
export async function addNote(
  ctx: Ctx,
  conversationId: string,
  note: {
    readonly id: string;
    readonly text: string;
    readonly mentions: readonly string[];
    readonly teams?: readonly string[] | undefined;
    readonly uploadIds?: readonly string[] | undefined;
    readonly draftRevision?: number | undefined;
  },
): Promise<{ entry: EntryView; conversation: ConversationView }> {
  const before = await lockSurvivor(ctx, conversationId);
  if (!can.writeNote(ctx.actor, factsOf(before))) throw mayNotNote();
  const mentions = [...new Set(note.mentions)];
  if ((await knownTeammates(ctx, mentions)).size !== mentions.length) throw unknownMention();
  const teams = [...new Set(note.teams)];
  if ((await knownTeams(ctx, teams)).size !== teams.length) throw unknownTeam();
  const named = [...mentions, ...teams];
  const written = await writeEntry(ctx, {
    id: note.id,
    conversationId: before.id,
    threadId: null,
    contactId: null,
    kind: 'note',
    channel: null,
    authorKind: ctx.actor.kind === 'customer' ? 'system' : ctx.actor.kind,
    authorId: ctx.actor.id,
    occurredAt: ctx.now,
    // teams beside teammates: whoever works there when it is read is named
    facts: named.length > 0 ? { mentions: named } : {},
    body: { text: note.text },
    files: await noteFiles(ctx, before.id, note),
    // what was asked before files could be is asked the same way still
    asked: {
      mentions,
      ...(teams.length > 0 ? { teams } : {}),
      ...(note.uploadIds?.length ? { uploadIds: note.uploadIds } : {}),
    },
  });
  if (written) {
    await removeUploads(ctx, note.uploadIds ?? []);
    await dropSentDraft(ctx, before.id, 'note', note.draftRevision);
    await change(
      ctx,
      before,
      {
        entry_count: before.entry_count + 1,
        last_entry_id: note.id,
        last_entry_at: ctx.now,
        last_entry_kind: 'note',
        last_preview: preview(note.text),
      },
      { entry: true },
    );
    await addFollowers(ctx, before.id, mentions);
    ctx.emit(noteAdded, before.id, { entryId: note.id, mentions, ...(teams.length > 0 ? { teams } : {}) });
  }
  return { entry: await entryView(ctx, note.id), conversation: await conversationView(ctx, before.id) };
}

/** Its files lie in a table of their own, which nothing that delivers can read; of a note that is here nothing is taken again. */
async function noteFiles(
  ctx: Ctx,
  conversationId: string,
  note: { readonly id: string; readonly uploadIds?: readonly string[] | undefined },
): Promise<readonly NewFile[]> {
  if (!note.uploadIds?.length || (await isThere(ctx, note.id))) return [];
  const files = await claimUploads(ctx, { ids: note.uploadIds, conversationId, html: undefined });
  refuseTooLarge(files);
  return files;
}
