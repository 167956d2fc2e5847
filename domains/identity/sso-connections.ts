import type { ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';

/** The single sign-on that everybody of this workspace has to come by; null where there is none. */
export async function requiredConnection(
  ctx: ReadCtx,
): Promise<{ readonly href: string; readonly breakGlassIds: readonly string[] } | null> {
  const row = await ctx.db
    .selectFrom('sso_connections')
    .select('break_glass_ids')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('closed_at', 'is', null)
    .where('required_at', 'is not', null)
    .executeTakeFirst();
  return row ? { href: startHref(ctx.workspaceId), breakGlassIds: row.break_glass_ids } : null;
}

/** Where the single sign-on of a workspace begins. */
export function startHref(workspaceId: string): string {
  return `/api/sso/${workspaceId}/start`;
}

/** The single sign-ons the sign-in page shows: where a server serves one workspace, it keeps no secret by not showing it. */
export async function offeredConnections(tools: Tools): Promise<{ name: string; href: string }[]> {
  const [workspaceId, another] = await tools.workspaceIds();
  if (workspaceId === undefined || another !== undefined) return [];
  return tools.read({ workspaceId }, async (ctx) => {
    const rows = await ctx.db
      .selectFrom('sso_connections')
      .select('name')
      .where('workspace_id', '=', workspaceId)
      .where('closed_at', 'is', null)
      .execute();
    return rows.map(({ name }) => ({ name, href: startHref(workspaceId) }));
  });
}
