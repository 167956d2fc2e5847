import type { ReadCtx } from '#platform/ctx';

/** When any conversation changed last: what was counted before then may be another number now. */
export async function newestChange(ctx: ReadCtx): Promise<string> {
  const row = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'version'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? `${row.id}:${row.version}` : '';
}
