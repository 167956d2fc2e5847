import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { covers } from '#platform/policy';
import { notFound } from '#platform/problem';
import type { SsoConnectionView } from '../contract.ts';
import { can } from '../policy.ts';
import { rolesNamed } from '../roles/role-queries.ts';
import { type Connection, openConnections, redirectBase, redirectUriOf } from './connections.ts';
import { mapperOf } from './mapped-groups.ts';
import { mayConnect, placesOf } from './keep-connection.ts';
import { startPath } from './offered.ts';

/** The single sign-ons of the workspace, for whoever gives roles. */
export async function listConnections(ctx: ReadCtx, tools: Pick<Tools, 'config'>) {
  if (!can.configureRoles(ctx.actor)) throw notFound();
  const rows: SsoConnectionView[] = [];
  for (const one of await openConnections(ctx)) rows.push(await viewOf(ctx, tools, one));
  const places = (await placesOf(ctx)).map(({ id, name }) => ({ id, name }));
  return { rows, redirectBase: redirectBase(tools), places, mayConnect: mayConnect(ctx) };
}

/** A connection as its page shows it; its secret never leaves. */
export async function viewOf(
  ctx: ReadCtx,
  tools: Pick<Tools, 'config'>,
  { sealedSecret, mappedBy, ...one }: Connection,
): Promise<SsoConnectionView> {
  return {
    ...one,
    domains: [...one.domains],
    groups: [...one.groups],
    breakGlassIds: [...one.breakGlassIds],
    hasSecret: sealedSecret !== null,
    givesAll: one.groups.length === 0 ? null : await givesAll(ctx, mappedBy, one.groups),
    redirectUri: redirectUriOf(tools, one.id),
    startUrl: `${tools.config.publicUrl}${startPath(ctx.workspaceId, one.id)}`,
    people: await peopleOf(ctx, one.id),
  } as SsoConnectionView;
}

async function givesAll(ctx: ReadCtx, mappedBy: string | null, groups: Connection['groups']): Promise<boolean> {
  const mapper = await mapperOf(ctx, mappedBy);
  if (!mapper) return false;
  const roles = await rolesNamed(ctx, [...new Set(groups.flatMap(({ roleIds }) => roleIds))]);
  return roles.every(({ permissions }) => covers(mapper, permissions));
}

async function peopleOf(ctx: ReadCtx, id: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct one.teammate_id)::int as people from sso_identities one
    join teammates t on t.workspace_id = one.workspace_id and t.id = one.teammate_id
    where one.workspace_id = ${ctx.workspaceId} and one.connection_id = ${id} and t.deactivated_at is null`.execute(
    ctx.db,
  );
  return rows[0]?.people ?? 0;
}
