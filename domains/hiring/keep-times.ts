import type { Ctx } from '#platform/ctx';
import { keptDays, type Stage } from './contract.ts';
import { removeApplication } from './erase-application.ts';

const dayMs = 86_400_000;
/** Most applications that one night drops; the rest go the next. */
const dropLimit = 500;

/** Until when an application is kept at a stage that begins now. */
export function keptUntil(stage: Stage, now: Date): Date {
  return new Date(now.getTime() + keptDays[stage] * dayMs);
}

/** Every night: applications whose time has come go, with their CVs and notes. */
export async function dropEndedApplications(ctx: Ctx): Promise<void> {
  const ended = await ctx.db
    .selectFrom('applications')
    .select(['id', 'cv_sha256'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('keep_until', '<=', ctx.now)
    .orderBy('cv_sha256')
    .limit(dropLimit)
    .forUpdate()
    .execute();
  for (const row of ended) await removeApplication(ctx, row, 'time');
}
