import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, notFound, problem } from '#platform/problem';
import type { BodyOf } from '#platform/contract';
import { forgetAccount, rightsChanged } from '../authenticate.ts';
import type { releaseSsoLink as releaseRoute, SsoLinks } from '../contract.ts';
import { deleteSessions } from '../my-sessions.ts';
import { can } from '../policy.ts';
import { teammateById, type TeammateRow } from '../queries.ts';
import { lockRights } from '../roles/given-rights.ts';
import { refuseTakingBeyondOwn } from '../roles/keep-role.ts';
import { connectionById, connectionLimit } from './connections.ts';
import { hasOwnKey } from './keep-connection.ts';
import { connectionsFor, letInBy, requiredConnection } from './offered.ts';

const noWayIn = problem(
  'identity/no-way-in-left',
  409,
  'They would have no way in any more',
  'Release it all the same, then send them a link for a password.',
);

/** By which single sign-ons somebody is known, and how they would come in without: for whoever gives roles. */
export async function listSsoLinks(ctx: ReadCtx, teammateId: string): Promise<SsoLinks> {
  const teammate = await teammateById(ctx, teammateId);
  if (!can.invite(ctx.actor)) throw notFound();
  return linksOf(ctx, teammate);
}

/**
 * Forgets by which id a provider knows somebody: their accounts there were mixed up, or the address changed hands. The next
 * sign-in links whoever proves the address, so this is for who may give what the teammate may. Twice is once.
 */
export async function releaseSsoLink(
  ctx: Ctx,
  teammateId: string,
  { connectionId, evenIfLast }: BodyOf<typeof releaseRoute>,
): Promise<SsoLinks & { ended: number }> {
  await lockRights(ctx);
  const teammate = await teammateById(ctx, teammateId);
  const connection = await connectionById(ctx, connectionId);
  if (!connection) throw notFound();
  if (!can.releaseSso(ctx.actor, teammate)) throw mayNot();
  await refuseTakingBeyondOwn(
    ctx,
    teammate.roles.map(({ id }) => id),
  );
  const before = await linksOf(ctx, teammate);
  const link = before.rows.find((row) => row.connectionId === connectionId);
  if (!link) return { ...before, ended: 0 };
  const isLast = before.rows.length === 1 && before.linkedAnewBy.length === 0 && !before.hasOwnWay;
  if (isLast && !evenIfLast) throw noWayIn();
  await ctx.db
    .deleteFrom('sso_identities')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('connection_id', '=', connectionId)
    .where('teammate_id', '=', teammateId)
    .execute();
  const ended = teammate.accountId ? await endSsoSessions(ctx, teammate.accountId) : 0;
  rightsChanged(ctx, teammateId);
  ctx.audit({
    action: 'sso.released',
    objectKind: 'teammate',
    objectId: teammateId,
    objectName: teammate.name,
    before: { singleSignOn: connection.name, linkedAt: link.linkedAt },
    after: { ended, hasOtherWay: !isLast },
  });
  return { ...(await linksOf(ctx, teammate)), ended };
}

/** A session knows the workspace whose single sign-on began it, and not which of several: all of these end. */
async function endSsoSessions(ctx: Ctx, accountId: string): Promise<number> {
  const ended = await deleteSessions(ctx, accountId, ctx.workspaceId, {});
  forgetAccount(accountId);
  return ended;
}

async function linksOf(ctx: ReadCtx, teammate: TeammateRow): Promise<SsoLinks> {
  const rows = await ctx.db
    .selectFrom('sso_identities as one')
    .innerJoin('sso_connections as c', (join) =>
      join.onRef('c.workspace_id', '=', 'one.workspace_id').onRef('c.id', '=', 'one.connection_id'),
    )
    .select(['c.id', 'c.name', 'one.linked_at', 'one.last_at'])
    .where('one.workspace_id', '=', ctx.workspaceId)
    .where('one.teammate_id', '=', teammate.id)
    .where('c.closed_at', 'is', null)
    .orderBy('c.name')
    .orderBy('c.id')
    .limit(connectionLimit)
    .execute();
  return {
    rows: rows.map((row) => ({
      connectionId: row.id,
      name: row.name,
      linkedAt: row.linked_at.toISOString(),
      lastAt: row.last_at.toISOString(),
    })),
    linkedAnewBy: (await connectionsFor(ctx, teammate.address)).map(({ name }) => name),
    hasOwnWay: await hasOwnWay(ctx, teammate),
  } as SsoLinks;
}

/** The same questions that the door asks of who comes by password or passkey. */
async function hasOwnWay(ctx: ReadCtx, { id, accountId }: TeammateRow): Promise<boolean> {
  if (!accountId || !(await hasOwnKey(ctx, accountId))) return false;
  const required = await requiredConnection(ctx, id);
  if (required) return required.breakGlassIds.includes(id);
  return (await letInBy(ctx, id)) === undefined;
}
