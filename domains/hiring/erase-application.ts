import type { Ctx } from '#platform/ctx';
import { release } from '#platform/storage';
import { applicationErased, type ErasureProof } from './contract.ts';
import { tellBoard } from './topics.ts';

/** Removes an application with its notes, letters and CV; what stays is an event without a word of it. */
export async function removeApplication(
  ctx: Ctx,
  row: { readonly id: string; readonly cv_sha256: string | null },
  why: 'asked' | 'team' | 'time',
): Promise<ErasureProof> {
  await tellBoard(ctx, { application: row.id });
  const notes = await ctx.db
    .deleteFrom('application_notes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('application_id', '=', row.id)
    .executeTakeFirst();
  const letters = await ctx.db
    .deleteFrom('application_letters')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('application_id', '=', row.id)
    .executeTakeFirst();
  const applications = await ctx.db
    .deleteFrom('applications')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (row.cv_sha256) release(ctx, row.cv_sha256);
  ctx.emit(applicationErased, row.id, { why });
  return {
    applicationId: row.id,
    erasedAt: ctx.now.toISOString(),
    removed: {
      applications: Number(applications.numDeletedRows),
      notes: Number(notes.numDeletedRows),
      letters: Number(letters.numDeletedRows),
      files: row.cv_sha256 ? 1 : 0,
    },
  };
}
