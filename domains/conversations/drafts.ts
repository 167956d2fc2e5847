import type { Ctx, ReadCtx } from '#platform/ctx';
import { writeLater } from '#platform/database';
import { problem, signInFirst } from '#platform/problem';
import { factsOf, load } from './load.ts';
import type { DraftContent } from './contract.ts';
import { can, mayNotNote } from './policy.ts';
import { uploadViews } from './uploads.ts';

const olderDraft = problem(
  'conversations/older-draft',
  409,
  'This draft was changed on another device',
  'Load it and go on from there; nothing was overwritten.',
);

/** Keeps a draft. A lower revision never overwrites a higher one; one with no text and no files is removed. */
export async function saveDraft(
  ctx: Ctx,
  conversationId: string,
  draft: { kind: 'reply' | 'note'; id: string; revision: number; text: string; content: DraftContent },
): Promise<{ revision: number; savedAt: string | null }> {
  const conversation = await load(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(conversation))) throw mayNotNote();
  if (!ctx.actor.id) throw signInFirst();
  const key = {
    workspace_id: ctx.workspaceId,
    conversation_id: conversationId,
    teammate_id: ctx.actor.id,
    kind: draft.kind,
  };
  const there = await ctx.db
    .selectFrom('drafts')
    .select(['revision', 'body'])
    .where('workspace_id', '=', key.workspace_id)
    .where('conversation_id', '=', key.conversation_id)
    .where('teammate_id', '=', key.teammate_id)
    .where('kind', '=', key.kind)
    .forUpdate()
    .executeTakeFirst();
  // of one revision from two devices the first stands: the second would sweep words away that it has not seen
  const before = there?.body as { text?: string; html?: string } | undefined;
  const isOther =
    there?.revision === draft.revision &&
    (String(before?.text ?? '') !== draft.text || before?.html !== draft.content.html);
  if (there && (there.revision > draft.revision || isOther)) throw olderDraft({ more: { revision: there.revision } });
  if (draft.text === '' && !draft.content.uploadIds?.length && !draft.content.forwards) {
    await ctx.db
      .deleteFrom('drafts')
      .where('workspace_id', '=', key.workspace_id)
      .where('conversation_id', '=', key.conversation_id)
      .where('teammate_id', '=', key.teammate_id)
      .where('kind', '=', key.kind)
      .execute();
    return { revision: draft.revision, savedAt: null };
  }
  const body = JSON.stringify({ ...draft.content, text: draft.text });
  const row = { id: draft.id, revision: draft.revision, body, saved_at: ctx.now };
  await ctx.db
    .insertInto('drafts')
    .values({ ...key, ...row })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'conversation_id', 'teammate_id', 'kind']).doUpdateSet(row),
    )
    .execute();
  return { revision: draft.revision, savedAt: ctx.now.toISOString() };
}

/** The actor's drafts in a conversation. */
export async function draftsOf(ctx: ReadCtx, conversationId: string) {
  await load(ctx, conversationId);
  if (!ctx.actor.id) throw signInFirst();
  const rows = await ctx.db
    .selectFrom('drafts')
    .select(['kind', 'id', 'revision', 'body', 'saved_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('teammate_id', '=', ctx.actor.id)
    .execute();
  const bodies = rows.map((row) => row.body as DraftContent & { text?: string });
  const uploads = await uploadViews(
    ctx,
    bodies.flatMap(({ uploadIds }) => uploadIds ?? []),
  );
  return {
    drafts: rows.map((row, at) => {
      const { text = '', ...content } = bodies[at] ?? {};
      return {
        kind: row.kind as 'reply' | 'note',
        id: row.id,
        revision: row.revision,
        text: String(text),
        content,
        uploads: uploads.filter(({ id }) => content.uploadIds?.includes(id)),
        savedAt: row.saved_at.toISOString(),
      };
    }),
  };
}

/**
 * What was sent is nobody's draft any more, on none of its writer's devices: it goes with the message, so that no end
 * of the writer's page leaves it behind. What was written since, of a higher revision, stays.
 */
export async function dropSentDraft(
  ctx: Ctx,
  conversationId: string,
  kind: 'reply' | 'note',
  revision: number | undefined,
): Promise<void> {
  if (!ctx.actor.id || revision === undefined) return;
  await writeLater(
    ctx.db,
    ctx.db
      .deleteFrom('drafts')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('conversation_id', '=', conversationId)
      .where('teammate_id', '=', ctx.actor.id)
      .where('kind', '=', kind)
      .where('revision', '<=', revision),
  );
}
