import { sql } from 'kysely';
import { everyIdentityOf } from '#domains/customers';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { PersonalData } from '#platform/domain';

/** What is kept of a customer's visits to a website: from where they wrote, and the address they left. */
export const personalData: PersonalData = {
  async export(ctx: ReadCtx, customerId: string) {
    const visits = await ctx.db
      .selectFrom('chat_visitors')
      .select(['id', 'address', 'page', 'language', 'made_at', 'here_at'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${await visitorIdsOf(ctx, customerId)}::uuid[])`)
      .execute();
    return { visits };
  },

  async erase(ctx: Ctx, customerId: string) {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('chat_visitors')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${await visitorIdsOf(ctx, customerId)}::uuid[])`)
      .executeTakeFirstOrThrow();
    // what somebody else typed as theirs
    const typed = await ctx.db
      .updateTable('chat_visitors')
      .set({ address: null })
      .where('workspace_id', '=', ctx.workspaceId)
      .where(sql<string>`lower(address)`, '=', sql<string>`any(${await addressesOf(ctx, customerId)}::text[])`)
      .executeTakeFirstOrThrow();
    return { chat_visitors: Number(numDeletedRows + typed.numUpdatedRows) };
  },
};

async function addressesOf(ctx: ReadCtx, customerId: string): Promise<string[]> {
  const identities = await everyIdentityOf(ctx, customerId);
  return identities.flatMap(({ kind, value }) => (kind === 'address' ? value.toLowerCase() : []));
}

async function visitorIdsOf(ctx: ReadCtx, customerId: string): Promise<string[]> {
  const identities = await everyIdentityOf(ctx, customerId);
  return identities.flatMap(({ kind, value }) => (kind === 'visitor' ? value : []));
}
