import type { ReadCtx } from '#platform/ctx';
import type { LetterKind, LetterView } from './contract.ts';

/** Most letters that are shown of one application. */
const shownLimit = 200;

/** The letters of an application, oldest first. Its caller asked who may see it. */
export async function lettersOf(ctx: ReadCtx, applicationId: string): Promise<LetterView[]> {
  const rows = await ctx.db
    .selectFrom('application_letters')
    .select(['id', 'direction', 'kind', 'author_id', 'subject', 'text', 'written_at', 'outcome', 'outcome_says'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('application_id', '=', applicationId)
    .orderBy('written_at')
    .orderBy('id')
    .limit(shownLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    direction: row.direction as LetterView['direction'],
    kind: row.kind as LetterKind,
    authorId: row.author_id,
    subject: row.subject,
    text: row.text,
    writtenAt: row.written_at.toISOString(),
    outcome: row.outcome as LetterView['outcome'],
    outcomeSays: row.outcome_says,
  }));
}
