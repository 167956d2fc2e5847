import type { Ctx, ReadCtx } from '#platform/ctx';
import { customerById } from '#domains/customers';
import { servesBrand } from '#platform/policy';
import { notFound, signInFirst } from '#platform/problem';

/** Most senders one teammate chose. */
const senderLimit = 5_000;

/** The customers whose pictures from elsewhere the actor always sees. */
export async function shownSenders(ctx: ReadCtx): Promise<readonly string[]> {
  if (!ctx.actor.id) throw signInFirst();
  const rows = await ctx.db
    .selectFrom('shown_senders')
    .select('customer_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', ctx.actor.id)
    .limit(senderLimit)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Always shows the pictures of a customer's mails to the actor, or asks each time again. */
export async function showSender(ctx: Ctx, customerId: string, isShown: boolean): Promise<readonly string[]> {
  if (!ctx.actor.id) throw signInFirst();
  const customer = await customerById(ctx, customerId);
  if (!servesBrand(ctx.actor, customer.brandId)) throw notFound();
  const row = { workspace_id: ctx.workspaceId, teammate_id: ctx.actor.id, customer_id: customer.id };
  if (isShown)
    await ctx.db
      .insertInto('shown_senders')
      .values({ ...row, since: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await ctx.db
      .deleteFrom('shown_senders')
      .where('workspace_id', '=', row.workspace_id)
      .where('teammate_id', '=', row.teammate_id)
      .where('customer_id', '=', row.customer_id)
      .execute();
  return shownSenders(ctx);
}
