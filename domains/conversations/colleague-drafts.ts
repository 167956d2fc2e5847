import type { Ctx, ReadCtx } from '#platform/ctx';
import { problem, signInFirst } from '#platform/problem';
import { factsOf, load } from './load.ts';
import { can, mayNotNote } from './policy.ts';

const draftGone = problem(
  'conversations/draft-gone',
  409,
  'This draft is no longer there',
  'It was sent, thrown away or taken over by somebody else meanwhile.',
);

/** What a colleague has begun to write here. */
export interface ColleagueDraft {
  readonly teammateId: string;
  readonly kind: 'reply' | 'note';
  readonly text: string;
  readonly savedAt: string;
}

/** Most drafts of colleagues shown in one conversation. */
const draftLimit = 20;

/** What colleagues have begun to write in a conversation: whoever may write there may read it before they write too. */
export async function colleagueDrafts(ctx: ReadCtx, conversationId: string): Promise<{ drafts: ColleagueDraft[] }> {
  const conversation = await load(ctx, conversationId);
  if (!ctx.actor.id) throw signInFirst();
  if (!can.note(ctx.actor, factsOf(conversation))) return { drafts: [] };
  const rows = await ctx.db
    .selectFrom('drafts')
    .select(['teammate_id', 'kind', 'body', 'saved_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('teammate_id', '!=', ctx.actor.id)
    .orderBy('saved_at', 'desc')
    .limit(draftLimit)
    .execute();
  return {
    drafts: rows.map((row) => ({
      teammateId: row.teammate_id,
      kind: row.kind as ColleagueDraft['kind'],
      text: textOf(row.body),
      savedAt: row.saved_at.toISOString(),
    })),
  };
}

/** Take over a colleague's draft: it is yours from now on; what you had begun yourself stands above it. */
export async function takeOverDraft(
  ctx: Ctx,
  conversationId: string,
  from: { readonly teammateId: string; readonly kind: 'reply' | 'note' },
): Promise<{ revision: number; text: string }> {
  const conversation = await load(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(conversation))) throw mayNotNote();
  const me = ctx.actor.id;
  if (!me) throw signInFirst();
  const both = await ctx.db
    .selectFrom('drafts')
    .select(['teammate_id', 'id', 'revision', 'body'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', from.kind)
    .where('teammate_id', 'in', [me, from.teammateId])
    .orderBy('teammate_id')
    .forUpdate()
    .execute();
  const theirs = both.find((row) => row.teammate_id === from.teammateId);
  const mine = both.find((row) => row.teammate_id === me);
  if (!theirs || from.teammateId === me) throw draftGone();
  await ctx.db
    .deleteFrom('drafts')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', from.kind)
    .where('teammate_id', '=', from.teammateId)
    .execute();
  const text = mine ? `${textOf(mine.body)}\n\n${textOf(theirs.body)}` : textOf(theirs.body);
  const row = {
    id: mine?.id ?? theirs.id,
    revision: Math.max(mine?.revision ?? 0, theirs.revision) + 1,
    // their files stay with whoever brought them: only words are handed on
    body: JSON.stringify({ ...(mine?.body as object | undefined), text }),
    saved_at: ctx.now,
  };
  const key = { workspace_id: ctx.workspaceId, conversation_id: conversationId, teammate_id: me, kind: from.kind };
  await ctx.db
    .insertInto('drafts')
    .values({ ...key, ...row })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'conversation_id', 'teammate_id', 'kind']).doUpdateSet(row),
    )
    .execute();
  return { revision: row.revision, text };
}

function textOf(body: unknown): string {
  return String((body as { text?: string }).text ?? '');
}
