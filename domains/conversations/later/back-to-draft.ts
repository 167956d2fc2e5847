import type { Ctx } from '#platform/ctx';
import type { Scheduled, ScheduledBody } from './scheduled.ts';

/**
 * What was called off is its author's draft again, below what they have begun meanwhile: nothing typed is ever lost. Its
 * revision is the second of today, so that it is newer than anything a screen of theirs still holds.
 */
export async function backToDraft(ctx: Ctx, row: Scheduled): Promise<void> {
  const key = {
    workspace_id: ctx.workspaceId,
    conversation_id: row.conversation_id,
    teammate_id: row.teammate_id,
    kind: 'reply',
  };
  const there = await ctx.db
    .selectFrom('drafts')
    .select(['id', 'revision', 'body'])
    .where('workspace_id', '=', key.workspace_id)
    .where('conversation_id', '=', key.conversation_id)
    .where('teammate_id', '=', key.teammate_id)
    .where('kind', '=', key.kind)
    .forUpdate()
    .executeTakeFirst();
  const old = there?.body as ScheduledBody | undefined;
  const back = row.body as unknown as ScheduledBody;
  const { html: _html, ...plain } = back;
  // markup of one of two texts would speak for both
  const body = old?.text
    ? {
        ...plain,
        ...old,
        html: undefined,
        text: `${old.text}\n\n${back.text}`,
        uploadIds: [...(old.uploadIds ?? []), ...(back.uploadIds ?? [])],
      }
    : back;
  const revision = Math.max((there?.revision ?? 0) + 1, Math.floor(ctx.now.getTime() / 1000));
  const kept = { id: there?.id ?? row.id, revision, body: JSON.stringify(body), saved_at: ctx.now };
  await ctx.db
    .insertInto('drafts')
    .values({ ...key, ...kept })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'conversation_id', 'teammate_id', 'kind']).doUpdateSet(kept),
    )
    .execute();
}
