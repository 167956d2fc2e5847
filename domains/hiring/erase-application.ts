import type { Ctx } from '#platform/ctx';
import { release } from '#platform/storage';
import { applicationErased } from './contract.ts';

/** Removes an application with its notes and its CV; what stays is an event without a word of it. */
export async function removeApplication(
  ctx: Ctx,
  row: { readonly id: string; readonly cv_sha256: string | null },
  why: 'asked' | 'team' | 'time',
): Promise<void> {
  await ctx.db
    .deleteFrom('application_notes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('application_id', '=', row.id)
    .execute();
  await ctx.db
    .deleteFrom('applications')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', row.id)
    .execute();
  if (row.cv_sha256) await release(ctx, row.cv_sha256);
  ctx.emit(applicationErased, row.id, { why });
}
