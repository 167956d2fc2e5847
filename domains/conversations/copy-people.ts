import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';

/** Most people who are taken along. */
const peopleLimit = 200;

/** Who takes part in one conversation takes part in what was split from it. */
export async function copyPeople(ctx: Ctx, fromId: string, toId: string): Promise<void> {
  await sql`
    insert into participants (workspace_id, id, conversation_id, customer_id, identity_id, teammate_id, address, name, role, since)
    select workspace_id, gen_random_uuid(), ${toId}, customer_id, identity_id, teammate_id, address, name, role, since
    from participants
    where workspace_id = ${ctx.workspaceId} and conversation_id = ${fromId} and left_at is null
    limit ${peopleLimit}
    on conflict do nothing`.execute(ctx.db);
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
