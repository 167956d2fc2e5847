import type { ReadCtx } from '#platform/ctx';

/** Entries of this workspace with what was said in them; which ones, and what of them, whoever asks adds. */
export function entriesInWords(ctx: Pick<ReadCtx, 'db' | 'workspaceId'>) {
  return ctx.db
    .selectFrom('entries')
    .innerJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .where('entries.workspace_id', '=', ctx.workspaceId);
}
