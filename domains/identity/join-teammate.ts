import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { teammateJoined } from './contract.ts';
import { teammateById } from './queries.ts';
import { refuseRolesBeyondOwn } from './roles/keep-role.ts';

const addressTaken = problem(
  'identity/address-taken',
  409,
  'Somebody with this address is already here',
  'Look among the deactivated teammates too.',
);
const noSuchRole = problem('identity/no-such-role', 422, 'One of these roles does not exist', 'Load the roles again.');

export interface NewTeammate {
  readonly id?: string;
  readonly name: string;
  readonly address: string;
  readonly roleIds: readonly string[];
  /** Null until an invitation is taken up. */
  readonly accountId: string | null;
  readonly locale?: string;
  readonly zone?: string;
}

/** Makes a teammate with their roles; other domains give them their brand and team when they hear of it. */
export async function joinTeammate(ctx: Ctx, teammate: NewTeammate): Promise<string> {
  const id = teammate.id ?? newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('teammates')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      account_id: teammate.accountId,
      name: teammate.name,
      address: teammate.address,
      locale: teammate.locale ?? 'en',
      zone: teammate.zone ?? 'UTC',
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw addressTaken();
  await insertRoles(ctx, id, teammate.roleIds);
  ctx.emit(teammateJoined, id, { roleIds: [...teammate.roleIds] });
  const joined = await teammateById(ctx, id);
  ctx.audit({
    action: 'teammate.joined',
    objectKind: 'teammate',
    objectId: id,
    objectName: teammate.name,
    before: null,
    after: { address: teammate.address, roles: joined.roles.map(({ name }) => name) },
  });
  return id;
}

/** Gives roles to somebody; each must be one of this workspace, and allow no more than who gives it may. */
export async function insertRoles(ctx: Ctx, teammateId: string, roleIds: readonly string[]): Promise<void> {
  const ids = [...new Set(roleIds)];
  // the foreign key says the same, but not in words
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from roles where workspace_id = ${ctx.workspaceId} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  if (rows[0]?.count !== ids.length) throw noSuchRole();
  await refuseRolesBeyondOwn(ctx, ids);
  if (ids.length === 0) return;
  await ctx.db
    .insertInto('teammate_roles')
    .values(
      ids.map((role_id, position) => ({
        workspace_id: ctx.workspaceId,
        teammate_id: teammateId,
        role_id,
        // a little apart, so that "the first given" is the first named
        given_at: new Date(ctx.now.getTime() + position),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
