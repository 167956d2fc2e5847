import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { joinTeammate } from './join-teammate.ts';
import { workspaceOpened } from './contract.ts';
import { keepBuiltInRoles, roleOfDesk } from './built-in-roles.ts';

/** The desk of whoever opens a workspace: they may do everything. */
export const ownerDesk = 'administrator';

export interface NewWorkspace {
  readonly name: string;
  readonly locale: string;
  readonly zone: string;
  readonly owner: {
    readonly name: string;
    readonly address: string;
    readonly accountId: string;
    /** Where they are other than the workspace's own. */
    readonly locale?: string;
    readonly zone?: string;
  };
  /** The workspace that looks around in this one. */
  readonly sampleOf?: string | undefined;
}

/**
 * Opens the workspace of this context with its roles and its owner. First brand, team, queue and statuses are made by
 * their own domains in the same transaction, when they hear of it.
 */
export async function openWorkspace(ctx: Ctx, workspace: NewWorkspace): Promise<{ ownerId: string }> {
  await ctx.db
    .insertInto('workspaces')
    .values({
      workspace_id: ctx.workspaceId,
      name: workspace.name,
      slug: `${slugOf(workspace.name)}-${ctx.workspaceId.slice(-6)}`,
      locale: workspace.locale,
      zone: workspace.zone,
      created_at: ctx.now,
      demo_begun_at: ctx.via === 'demo' ? ctx.now : null,
      sample_of: workspace.sampleOf ?? null,
    })
    .execute();
  await keepBuiltInRoles(ctx);
  const role = await roleOfDesk(ctx, ownerDesk);
  const ownerId = newId();
  // told first: who listens for a new teammate finds brand and team there
  ctx.emit(workspaceOpened, ctx.workspaceId, { ownerId });
  const { name, locale, zone } = workspace;
  ctx.audit({
    action: 'workspace.opened',
    objectKind: 'workspace',
    objectId: ctx.workspaceId,
    objectName: name,
    before: null,
    after: { name, locale, zone },
  });
  await joinTeammate(ctx, {
    locale: workspace.locale,
    zone: workspace.zone,
    ...workspace.owner,
    id: ownerId,
    roleIds: [role],
  });
  return { ownerId };
}

/** From now on the demo's roles can be taken with one click. */
export async function markDemoFilled(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('workspaces')
    .set({ demo_filled_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .execute();
}

/** Whether this is the workspace of the demo, told to its end: simulated people answer there. */
export async function isDemo(ctx: ReadCtx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('workspaces')
    .select('demo_filled_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  return row?.demo_filled_at != null;
}

/** Workspaces whose story broke off before its end; samples are told again by who asked for them. */
export async function halfToldDemos({ db }: Pick<Ctx, 'db'>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('workspaces')
    .select('workspace_id')
    .where('demo_begun_at', 'is not', null)
    .where('sample_of', 'is', null)
    .where('demo_filled_at', 'is', null)
    .execute();
  return rows.map((row) => row.workspace_id);
}

/** Whether this server has no workspace yet. */
export async function isEmpty(ctx: Pick<Ctx, 'db'>): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`select not exists (select 1 from workspaces) as empty`.execute(ctx.db);
  return rows[0]?.empty ?? true;
}

/** `Größe & Söhne` → `grosse-sohne`. */
export function slugOf(name: string): string {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'workspace'
  );
}
