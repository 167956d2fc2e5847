import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';

/** Most people who are taken along. */
const peopleLimit = 200;

/** Who takes part in one conversation takes part in what was split from it. */
export async function copyPeople(ctx: Ctx, fromId: string, toId: string): Promise<void> {
  const people = await ctx.db
    .selectFrom('participants')
    .select(['customer_id', 'identity_id', 'teammate_id', 'address', 'name', 'role', 'since'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', fromId)
    .where('left_at', 'is', null)
    .limit(peopleLimit)
    .execute();
  if (people.length === 0) return;
  await ctx.db
    .insertInto('participants')
    .values(people.map((one) => ({ ...one, workspace_id: ctx.workspaceId, id: newId(), conversation_id: toId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who was let in to a confidential conversation stays let in to what was split from it. */
export async function copyGrants(ctx: Ctx, fromId: string, toId: string): Promise<void> {
  await sql`
    insert into conversation_grants (workspace_id, conversation_id, teammate_id, given_at, given_by)
    select workspace_id, ${toId}, teammate_id, ${ctx.now}, given_by
    from conversation_grants
    where workspace_id = ${ctx.workspaceId} and conversation_id = ${fromId}
    limit ${peopleLimit}
    on conflict do nothing`.execute(ctx.db);
  await sql`
    insert into conversation_team_grants (workspace_id, conversation_id, team_id, given_at, given_by)
    select workspace_id, ${toId}, team_id, ${ctx.now}, given_by
    from conversation_team_grants
    where workspace_id = ${ctx.workspaceId} and conversation_id = ${fromId}
    limit ${peopleLimit}
    on conflict do nothing`.execute(ctx.db);
}
