import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { problem, type Refusal } from '#platform/problem';
import { joinTeammate } from '../join-teammate.ts';
import { makeAccount } from '../make-account.ts';
import { asTeammate, teammateById, type TeammateRow, teammateRows, workspaceOf } from '../queries.ts';
import { type Connection, domainOf } from './connections.ts';
import { applyGroups, meantBy } from './mapped-groups.ts';
import type { Claims } from './provider.ts';

const notVerified = problem(
  'identity/sso-address-not-verified',
  403,
  'The provider does not say that your address is yours',
  'Confirm your mail address there, or ask whoever keeps the accounts, then begin again.',
);
const otherDomain = problem(
  'identity/sso-other-domain',
  403,
  'This single sign-on is not for addresses of your domain',
  'Sign in with another account of the provider, or ask an administrator to add the domain.',
);
const notInvited = problem(
  'identity/sso-not-invited',
  403,
  'Nobody has invited you here yet',
  'Ask an administrator for an invitation to this very address.',
);
const noRole = problem(
  'identity/sso-no-role',
  403,
  'None of your groups gives you a role here',
  'Ask an administrator which group you need.',
);
const hasLeft = problem(
  'identity/sso-has-left',
  403,
  'You were taken off this workspace',
  'Ask an administrator if that was not meant.',
);
const linkedElsewhere = problem(
  'identity/sso-linked-elsewhere',
  403,
  'This address belongs to another account of the provider here',
  'An address can change hands. Ask an administrator to look at it.',
);

/**
 * Lets in whoever the provider says it is: known by the provider's own id of them; the first time by an address that it
 * has verified. Refusals are given back, not thrown: what was taken from somebody stays taken.
 */
export async function admit(
  ctx: Ctx,
  connection: Connection,
  claims: Claims,
): Promise<{ readonly accountId: string } | Refusal> {
  const known = await knownBy(ctx, connection, claims.subject);
  const meant = await meantBy(ctx, connection, claims.groups);
  const found = known ?? (await byAddress(ctx, connection, claims, meant.roleIds));
  if (!('id' in found)) return found;
  if (found.deactivatedAt) return hasLeft();
  const isLeft = await applyGroups(ctx, connection, found.id, meant);
  const accountId = found.accountId ?? (await giveAccount(ctx, found));
  await keepLink(ctx, connection, claims.subject, found.id);
  return isLeft ? { accountId } : noRole();
}

async function knownBy(ctx: Ctx, connection: Connection, subject: string): Promise<TeammateRow | null> {
  const row = await ctx.db
    .selectFrom('sso_identities')
    .select('teammate_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('connection_id', '=', connection.id)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? teammateById(ctx, row.teammate_id) : null;
}

/** The first time: by a verified address of a domain this provider may speak of. */
async function byAddress(
  ctx: Ctx,
  connection: Connection,
  claims: Claims,
  roleIds: readonly string[],
): Promise<TeammateRow | Refusal> {
  const { address } = claims;
  if (address === null || !claims.isVerified) return notVerified();
  if (!connection.domains.includes(domainOf(address))) return otherDomain();
  const row = await teammateRows(ctx)
    .where(sql<boolean>`lower(t.address) = ${address.toLowerCase()}`)
    .executeTakeFirst();
  if (row) return (await isLinked(ctx, connection, row.id)) ? linkedElsewhere() : asTeammate(row);
  if (!connection.letsIn) return notInvited();
  if (roleIds.length === 0) return noRole();
  return join(ctx, claims.name ?? address.slice(0, address.lastIndexOf('@')), address, roleIds);
}

/** Somebody the provider already knows under another id: the address changed hands there. */
async function isLinked(ctx: Ctx, connection: Connection, teammateId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('sso_identities')
    .select('subject')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('connection_id', '=', connection.id)
    .where('teammate_id', '=', teammateId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function join(ctx: Ctx, name: string, address: string, roleIds: readonly string[]): Promise<TeammateRow> {
  const { locale, zone } = await workspaceOf(ctx);
  const id = await joinTeammate(ctx, { name, address, roleIds, accountId: null, locale, zone });
  await giveAccount(ctx, { id, name, address });
  return teammateById(ctx, id);
}

/**
 * Whoever was invited comes in by the provider instead of the link, which ends. The account of their address may have been
 * made by anybody who once invited it elsewhere: its password and passkeys open nothing here until the address is proved.
 */
async function giveAccount(ctx: Ctx, teammate: Pick<TeammateRow, 'id' | 'name' | 'address'>): Promise<string> {
  const { name, address } = teammate;
  const accountId = await makeAccount(ctx, { name, address, password: null });
  await ctx.db
    .updateTable('teammates')
    .set({ account_id: accountId, linked_by_sso: true })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', teammate.id)
    .execute();
  await ctx.db
    .deleteFrom('auth.verification')
    .where('id', '=', `invitation/${ctx.workspaceId}/${teammate.id}`)
    .execute();
  return accountId;
}

async function keepLink(ctx: Ctx, connection: Connection, subject: string, teammateId: string): Promise<void> {
  await ctx.db
    .insertInto('sso_identities')
    .values({
      workspace_id: ctx.workspaceId,
      connection_id: connection.id,
      subject,
      teammate_id: teammateId,
      linked_at: ctx.now,
      last_at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'connection_id', 'subject']).doUpdateSet({ last_at: ctx.now }),
    )
    .execute();
}
