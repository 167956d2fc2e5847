import type { Tools } from '#platform/domain';
import { connectionById } from './connections.ts';
import { describe, isSafePage } from './provider.ts';

/**
 * Where a session of a single sign-on ends as well, where its connection says so; null where it ends here alone. A provider
 * that does not answer keeps nobody signed in here.
 */
export async function endThere(tools: Tools, workspaceId: string, teammateId: string): Promise<string | null> {
  const connection = await tools.read({ workspaceId }, async (ctx) => {
    const last = await ctx.db
      .selectFrom('sso_identities')
      .select('connection_id')
      .where('workspace_id', '=', workspaceId)
      .where('teammate_id', '=', teammateId)
      .orderBy('last_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return last ? connectionById(ctx, last.connection_id) : null;
  });
  if (!connection?.endsThere) return null;
  const server = await describe(tools.config, connection.issuer).catch(() => null);
  if (!server || !isSafePage(tools.config, server.end_session_endpoint)) return null;
  const url = new URL(server.end_session_endpoint);
  url.searchParams.set('client_id', connection.clientId);
  url.searchParams.set('post_logout_redirect_uri', `${tools.config.publicUrl}/sign-in`);
  return url.href;
}
