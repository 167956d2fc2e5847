import type { Ctx, EventOf, ReadCtx } from '#platform/ctx';
import type { brandOpened } from '#domains/brands/contract';
import type { workspaceOpened } from '#domains/identity/contract';
import { workspaceOf } from '#domains/identity';
import { languageOf } from '#platform/words';
import { insertMember, insertTeam } from './make-team.ts';
import { insertQueue } from './open-queue.ts';
import { standardQueueOf } from './queries.ts';

/** What a new workspace's team and a new brand's queue are called until somebody calls them otherwise. */
const firstTeamName = 'Customer service';
const firstQueueName = 'Questions';

/** In the same transaction as the workspace: one team, with its owner in it. */
export async function makeFirstTeam(ctx: Ctx, event: EventOf<typeof workspaceOpened>): Promise<void> {
  const id = await insertTeam(ctx, { name: await inItsLanguage(ctx, firstTeamName), calendarId: null });
  await insertMember(ctx, id, event.body.ownerId, true);
}

/**
 * In the same transaction as the brand: a conversation always has a queue to wait in. A file of set-up brings a brand with
 * its queues, and needs none beside them.
 */
export async function openFirstQueue(ctx: Ctx, event: EventOf<typeof brandOpened>): Promise<void> {
  if (await standardQueueOf(ctx, event.subjectId)) return;
  const teamId = await firstTeamId(ctx);
  if (teamId)
    await insertQueue(ctx, { name: await inItsLanguage(ctx, firstQueueName), brandId: event.subjectId, teamId });
}

/** The team a workspace has from the start. */
export async function firstTeamId(ctx: ReadCtx): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('archived_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What stands there from the start is called so in the language of the workspace. */
async function inItsLanguage(ctx: Ctx, english: string): Promise<string> {
  return ctx.house.say(languageOf((await workspaceOf(ctx)).locale), english);
}
