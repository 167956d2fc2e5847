import type { ReadCtx } from '#platform/ctx';
import type { Input, Tools } from '#platform/domain';
import { nowhere } from '../auth.ts';
import type { listSsoOffers } from '../contract.ts';
import { teammateById, workspaceOf } from '../queries.ts';
import { ownWorkspaceIds } from '../samples.ts';
import { type Connection, connectionById, domainOf, openConnections } from './connections.ts';

/** Most single sign-ons that one domain is offered. */
const offerLimit = 5;

/** The single sign-on that a teammate has to come by, for the domain of their address; null where there is none. */
export async function requiredConnection(
  ctx: ReadCtx,
  teammateId: string,
): Promise<{ readonly href: string; readonly breakGlassIds: readonly string[] } | null> {
  const required = (await openConnections(ctx)).filter((one) => one.required);
  if (required.length === 0) return null;
  const domain = domainOf((await teammateById(ctx, teammateId)).address);
  const one = required.find(({ domains }) => domains.includes(domain));
  return one ? { href: startPath(ctx.workspaceId, one.id), breakGlassIds: one.breakGlassIds } : null;
}

/**
 * The single sign-on by which somebody was let in, while their account's address was never proved to us: where to, or null
 * where it is closed. Undefined where a password may open.
 */
export async function letInBy(ctx: ReadCtx, teammateId: string): Promise<{ readonly href: string | null } | undefined> {
  const row = await ctx.db
    .selectFrom('teammates as t')
    .innerJoin('auth.user as u', 'u.id', 't.account_id')
    .leftJoin('sso_identities as i', (join) =>
      join.onRef('i.workspace_id', '=', 't.workspace_id').onRef('i.teammate_id', '=', 't.id'),
    )
    .select('i.connection_id')
    .where('t.workspace_id', '=', ctx.workspaceId)
    .where('t.id', '=', teammateId)
    .where('t.linked_by_sso', '=', true)
    .where('u.emailVerified', '=', false)
    .orderBy('i.last_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const known = row.connection_id ? await connectionById(ctx, row.connection_id) : null;
  // whose link was released comes in by the same single sign-on: it links them anew
  const one = known ?? (await connectionsFor(ctx, (await teammateById(ctx, teammateId)).address))[0] ?? null;
  return { href: one && startPath(ctx.workspaceId, one.id) };
}

/** The single sign-ons that may speak of an address. */
export async function connectionsFor(ctx: ReadCtx, address: string): Promise<readonly Connection[]> {
  const domain = domainOf(address);
  return (await openConnections(ctx)).filter(({ domains }) => domains.includes(domain));
}

/** The page a single sign-on begins at. */
export function startPath(workspaceId: string, connectionId: string): string {
  return `/sso/start/${workspaceId}/${connectionId}`;
}

/** The single sign-ons the sign-in page shows: where a server serves one workspace, it keeps no secret by not showing it. */
export async function offeredConnections(tools: Tools): Promise<{ name: string; href: string }[]> {
  const [workspaceId, another] = await ownWorkspaceIds(tools);
  if (workspaceId === undefined || another !== undefined) return [];
  return tools.read({ workspaceId }, async (ctx) =>
    (await openConnections(ctx)).map(({ id, name }) => ({ name, href: startPath(workspaceId, id) })),
  );
}

/** Those for the domain of an address. Asked by anybody: it tells what was set up for a domain, and nothing of people. */
export async function listOffers(
  tools: Tools,
  { body }: Input<typeof listSsoOffers>,
): Promise<{ rows: { name: string; workspaceName: string; href: string }[] }> {
  const found = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    db
      .selectFrom('auth.ssoDomain')
      .select(['workspaceId', 'connectionId'])
      .where('domain', '=', domainOf(body.address))
      .orderBy('workspaceId')
      .orderBy('connectionId')
      .limit(offerLimit)
      .execute(),
  );
  const rows = [];
  for (const { workspaceId, connectionId } of found) {
    const offer = await tools.read({ workspaceId }, async (ctx) => {
      const one = await connectionById(ctx, connectionId);
      return one && { name: one.name, workspaceName: (await workspaceOf(ctx)).name };
    });
    if (offer) rows.push({ ...offer, href: startPath(workspaceId, connectionId) });
  }
  return { rows };
}
