import type { ReadCtx } from '#platform/ctx';

export interface Sample {
  readonly sampleId: string;
  readonly state: 'loading' | 'ready' | 'failed' | 'removing';
  readonly share: number;
  readonly askedBy: string;
}

/** The sample shop of this workspace, whatever its state. */
export async function sampleOf(ctx: ReadCtx): Promise<Sample | null> {
  const row = await ctx.db
    .selectFrom('samples')
    .select(['sample_id', 'state', 'told_share', 'asked_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    sampleId: row.sample_id,
    state: row.state as Sample['state'],
    share: row.told_share,
    askedBy: row.asked_by,
  };
}

/** Says that the shop is in another state now; false where it is another shop, or not in the state it was thought in. */
export async function setState(
  ctx: ReadCtx,
  sampleId: string,
  from: readonly Sample['state'][],
  to: Sample['state'],
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('samples')
    .set({ state: to })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('sample_id', '=', sampleId)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
