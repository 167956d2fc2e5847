import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Process } from '#platform/domain';

/**
 * One role for each desk, as the desk presets it. Runs when a workspace opens and at every start, so that a new version's
 * desks and permissions reach the workspaces that are there; roles people made themselves are left alone.
 */
export async function keepBuiltInRoles(ctx: Ctx): Promise<void> {
  const desks = ctx.house.desks.map(({ id, title, permissions }) => ({
    role_id: newId(),
    desk_id: id,
    title,
    permissions,
  }));
  await sql`
    update roles set permissions = desk.permissions
    from jsonb_to_recordset(${JSON.stringify(desks)}::jsonb) as desk (desk_id text, permissions jsonb)
    where roles.workspace_id = ${ctx.workspaceId} and roles.built_in and roles.desk_id = desk.desk_id
      and roles.permissions is distinct from desk.permissions`.execute(ctx.db);
  await sql`
    insert into roles (workspace_id, id, name, desk_id, permissions, built_in)
    select ${ctx.workspaceId}::uuid, desk.role_id, desk.title, desk.desk_id, desk.permissions, true
    from jsonb_to_recordset(${JSON.stringify(desks)}::jsonb) as desk (role_id uuid, desk_id text, title text, permissions jsonb)
    where not exists (
      select 1 from roles there
      where there.workspace_id = ${ctx.workspaceId} and there.built_in and there.desk_id = desk.desk_id)
    on conflict (workspace_id, name) do nothing`.execute(ctx.db);
}

/** The built-in role of a desk; that there is none is our mistake. */
export async function roleOfDesk(ctx: ReadCtx, deskId: string): Promise<string> {
  const role = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('built_in', '=', true)
    .where('desk_id', '=', deskId)
    .executeTakeFirst();
  if (!role) throw new Error(`There is no role for the desk "${deskId}".`);
  return role.id;
}

/** At start, once: the built-in roles of every workspace as this version has them. */
export const builtInRoles: Process = {
  name: 'identity.built-in-roles',
  role: 'worker',
  async start(tools) {
    for (const workspaceId of await tools.workspaceIds()) {
      if (tools.signal.aborted) break;
      await tools.transact({ workspaceId, via: 'job' }, keepBuiltInRoles);
    }
    return { stop: async () => undefined };
  },
};
