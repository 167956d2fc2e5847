import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { StoryVisitor, Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import { nowhere } from './auth.ts';
import { roleOfDesk } from './built-in-roles.ts';
import { joinTeammate } from './join-teammate.ts';
import { ownerDesk } from './open-workspace.ts';

/** Whether this workspace is a sample to look around in: nothing leaves it, and nobody outside reaches it. */
export async function isSample(ctx: ReadCtx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('workspaces')
    .select('sample_of')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  return row?.sample_of != null;
}

const nothingLeaves = problem(
  'identity/nothing-leaves-a-sample',
  409,
  'Nothing leaves the sample shop',
  'Do it in your own workspace: here nobody outside is asked or told anything.',
);

/** Refuses in a sample what would ask or tell somebody outside. */
export async function refuseInSample(ctx: ReadCtx): Promise<void> {
  if (await isSample(ctx)) throw nothingLeaves();
}

/** Every workspace that is somebody's own: a sample has no public page, no mailbox and no way in. */
export async function ownWorkspaceIds(tools: Tools): Promise<readonly string[]> {
  const [all, samples] = await Promise.all([
    tools.workspaceIds(),
    tools.read({ workspaceId: nowhere }, ({ db }) =>
      db.selectFrom('workspaces').select('workspace_id').where('sample_of', 'is not', null).execute(),
    ),
  ]);
  const left = new Set(samples.map((row) => row.workspace_id));
  return all.filter((id) => !left.has(id));
}

/** A sample that is being removed: nobody is in it any more, and no clock ticks there. */
export async function closeSample(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('workspaces')
    .set({ demo_filled_at: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('sample_of', 'is not', null)
    .execute();
}

/** Removes a sample whole, with the accounts that were made by an invitation into it and belong nowhere else. */
export async function dropSample(ctx: Ctx): Promise<void> {
  const known = await ctx.db
    .selectFrom('workspaces')
    .select('sample_of')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  if (known && known.sample_of === null) throw new Error('This workspace is no sample.');
  const alone = await accountsOfHereAlone(ctx);
  await sql`delete from auth."user" where "id" = any(${alone}::text[])`.execute(ctx.db);
  await sql`select drop_workspace(${ctx.workspaceId}::uuid)`.execute(ctx.db);
}

/** The accounts of this workspace that belong nowhere else. */
async function accountsOfHereAlone(ctx: Ctx): Promise<string[]> {
  const here = await ctx.db
    .selectFrom('teammates')
    .select('account_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('account_id', 'is not', null)
    .execute();
  const ids = here.flatMap((row) => row.account_id ?? []);
  // where else an account belongs is asked of all workspaces, and says no more than that
  const elsewhere = await ctx.db
    .selectFrom('teammates')
    .select('account_id')
    .where('account_id', '=', sql<string>`any(${ids}::text[])`)
    .where('workspace_id', '!=', ctx.workspaceId)
    .execute();
  const known = new Set(elsewhere.map((row) => row.account_id));
  return ids.filter((id) => !known.has(id));
}

/** Whether the story of the demo is told in a workspace of this database, as the demo or as a sample, or is being told. */
export async function storyIsTold(ctx: ReadCtx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('workspaces')
    .select('workspace_id')
    .where('demo_begun_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Lets somebody of the workspace that looks around into its sample, as one who may do everything there; twice is once. */
export async function joinSample(ctx: Ctx, visitor: Omit<StoryVisitor, 'workspaceId'>): Promise<void> {
  const { accountId, name, address, locale, zone } = visitor;
  const there = await ctx.db
    .selectFrom('teammates')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (there) return;
  const roleIds = [await roleOfDesk(ctx, ownerDesk)];
  await joinTeammate(ctx, { name, address, locale, zone, accountId, roleIds });
}

/** A teammate as one who looks around; null for somebody without an account, such as a service. */
export async function visitorOf(ctx: ReadCtx, teammateId: string): Promise<StoryVisitor | null> {
  const row = await ctx.db
    .selectFrom('teammates')
    .select(['account_id', 'name', 'address', 'locale', 'zone'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', teammateId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst();
  if (!row?.account_id) return null;
  const { account_id, ...known } = row;
  return { ...known, accountId: account_id, workspaceId: ctx.workspaceId };
}
