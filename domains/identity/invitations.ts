import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { covers } from '#platform/policy';
import { mayNot, notFound, problem } from '#platform/problem';
import { nowhere } from './auth.ts';
import type { InvitationView } from './contract.ts';
import { nameCursor, readNameCursor } from './keyset.ts';
import { loadActor } from './load-actor.ts';
import { can } from './policy.ts';
import { asTeammate, teammateById, type TeammateRow, teammateRows, workspaceOf } from './queries.ts';
import { lockRights } from './roles/given-rights.ts';
import { refuseRolesBeyondOwn, refuseTakingBeyondOwn } from './roles/keep-role.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { knownRights } from './roles/role-queries.ts';
import { teammateView } from './views.ts';

/** How long an invitation waits, in milliseconds. */
const invitationMs = 7 * 24 * 3600_000;

export const noInvitation = problem(
  'identity/no-such-invitation',
  404,
  'This invitation is used up, or too old',
  'Ask whoever sent it for a new one.',
);
const hasComeIn = problem('identity/has-come-in', 409, 'They have come in already', 'Load the list again.');

/** Gives somebody who is not here yet a new link; there is one at a time, kept as its hash. */
export async function newInvitation(ctx: Ctx, teammateId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const row = {
    identifier: invitationOf(token),
    // whoever gives the link has seen it
    value: `${ctx.workspaceId}/${teammateId}/${ctx.actor.id ?? ''}`,
    expiresAt: new Date(ctx.now.getTime() + invitationMs),
  };
  await ctx.db
    .insertInto('auth.verification')
    .values({ id: placeOf(ctx.workspaceId, teammateId), ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  return token;
}

/** Ends the old link and makes another: for who may give the roles it opens, as with it they could come in themselves. */
export async function renewInvitation(ctx: Ctx, id: string): Promise<{ teammate: TeammateRow; token: string }> {
  await lockRights(ctx);
  const teammate = await stillInvited(ctx, id);
  await refuseRolesBeyondOwn(ctx, roleIdsOf(teammate));
  ctx.audit({ action: 'invitation.renewed', objectKind: 'teammate', objectId: id, objectName: teammate.name });
  return { teammate, token: await newInvitation(ctx, id) };
}

/** Ends the link: not of somebody who will stand above. Twice is once. */
export async function revokeInvitation(ctx: Ctx, id: string): Promise<InvitationView> {
  await lockRights(ctx);
  const teammate = await stillInvited(ctx, id);
  await refuseTakingBeyondOwn(ctx, roleIdsOf(teammate));
  await ctx.db.deleteFrom('auth.verification').where('id', '=', placeOf(ctx.workspaceId, id)).execute();
  ctx.audit({ action: 'invitation.ended', objectKind: 'teammate', objectId: id, objectName: teammate.name });
  return { teammate: teammateView(ctx.actor, teammate, await rolesAbove(ctx)), opensUntil: null };
}

async function stillInvited(ctx: Ctx, id: string): Promise<TeammateRow> {
  const teammate = await teammateById(ctx, id);
  if (!can.invite(ctx.actor)) throw mayNot();
  if (teammate.deactivatedAt) throw notFound();
  if (teammate.accountId) throw hasComeIn();
  return teammate;
}

function roleIdsOf({ roles }: TeammateRow): readonly string[] {
  return roles.map(({ id }) => id);
}

/** Who was invited and is not here yet, by name. */
export async function listInvitations(
  ctx: ReadCtx,
  query: { after?: string | undefined; limit: number },
): Promise<Page<InvitationView>> {
  if (!can.invite(ctx.actor)) throw notFound();
  const from = readNameCursor(query.after);
  const rows = await teammateRows(ctx)
    .leftJoin('auth.verification as v', (join) =>
      join.on('v.id', '=', sql<string>`${placeOf(ctx.workspaceId, '')} || t.id::text`),
    )
    .select('v.expiresAt as opens_until')
    .where('t.account_id', 'is', null)
    .where('t.deactivated_at', 'is', null)
    .$if(from !== null, (q) => q.where(sql<boolean>`(t.name, t.id) > (${from?.name}, ${from?.id}::uuid)`))
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const above = await rolesAbove(ctx);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      teammate: teammateView(ctx.actor, asTeammate(row), above),
      opensUntil: row.opens_until && row.opens_until > ctx.now ? row.opens_until.toISOString() : null,
    })),
    next: rows.length > query.limit && last ? nameCursor(last.name, last.id) : null,
  };
}

/** What an open invitation leads to. */
export interface OpenInvitation {
  readonly workspaceId: string;
  readonly teammate: TeammateRow;
  readonly workspaceName: string;
  readonly hasAccount: boolean;
}

/** The invitation of a link that still opens; refused otherwise, in one way. */
export async function openInvitation(tools: Tools, token: string): Promise<OpenInvitation> {
  const row = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    db
      .selectFrom('auth.verification')
      .select(['value', 'expiresAt'])
      .where('identifier', '=', invitationOf(token))
      .executeTakeFirst(),
  );
  const [workspaceId, teammateId, giverId] = row?.value.split('/') ?? [];
  if (!row || !workspaceId || !teammateId || row.expiresAt <= tools.now()) throw noInvitation();
  return tools.read({ workspaceId }, async (ctx) => {
    const teammate = await teammateById(ctx, teammateId);
    if (teammate.deactivatedAt || teammate.accountId) throw noInvitation();
    if (giverId && !(await mayStillGive(ctx, giverId, teammate))) throw noInvitation();
    const account = await ctx.db
      .selectFrom('auth.user')
      .select('id')
      .where('email', '=', teammate.address.toLowerCase())
      .executeTakeFirst();
    return { workspaceId, teammate, workspaceName: (await workspaceOf(ctx)).name, hasAccount: account !== undefined };
  });
}

/**
 * Whether whoever gave the link may give what it opens today: roles may have grown since, and the giver knows the link.
 */
async function mayStillGive(ctx: ReadCtx, giverId: string, { id }: TeammateRow): Promise<boolean> {
  const giver = await teammateById(ctx, giverId);
  if (giver.deactivatedAt) return false;
  const [may, opens] = [await loadActor(ctx, giverId), await loadActor(ctx, id)];
  return covers(may, knownRights(ctx, Object.fromEntries(opens.permissions)));
}

/** Uses an invitation up, in the transaction that lets its teammate in; whoever comes second is refused. */
export async function useUp(ctx: Ctx, token: string, teammateId: string, accountId: string): Promise<void> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('auth.verification')
    .where('identifier', '=', invitationOf(token))
    .executeTakeFirstOrThrow();
  const { numUpdatedRows } = await ctx.db
    .updateTable('teammates')
    .set({ account_id: accountId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', teammateId)
    .where('account_id', 'is', null)
    .where('deactivated_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n || numUpdatedRows === 0n) throw noInvitation();
}

function invitationOf(token: string): string {
  return `invitation:${createHash('sha256').update(token).digest('base64url')}`;
}

/** Where the one link of a teammate lies. */
function placeOf(workspaceId: string, teammateId: string): string {
  return `invitation/${workspaceId}/${teammateId}`;
}
