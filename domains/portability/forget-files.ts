import type { Ctx } from '#platform/ctx';
import { release } from '#platform/storage';
import { change } from './change.ts';

/** A file that was given and never brought in is kept this long. */
const keepDraftDays = 7;
const batch = 100;

/** Files hold people's names: one that nobody brought in is let go. */
export async function forgetFiles(ctx: Ctx): Promise<void> {
  const old = await ctx.db
    .selectFrom('imports')
    .select(['id', 'sha256'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('sha256', 'is not', null)
    .where('made_at', '<', new Date(ctx.now.getTime() - keepDraftDays * 24 * 3_600_000))
    .where('state', 'in', ['draft', 'checked', 'failed'])
    .orderBy('sha256')
    .limit(batch)
    .forUpdate()
    .execute();
  for (const { id, sha256 } of old) {
    if (sha256) release(ctx, sha256);
    await change(ctx, id, { sha256: null, sample: '[]', state: 'failed' });
  }
}
