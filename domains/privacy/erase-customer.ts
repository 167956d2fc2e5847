import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot } from '#platform/problem';
import type { ErasureView } from './contract.ts';
import { findCustomer } from './find-customer.ts';
import { can } from './policy.ts';

/**
 * Erase a customer from every domain, last one first, in one transaction: all of it or nothing. Events are not touched;
 * they hold nothing of the person. The proof says what was removed. Erasing again removes what came since.
 */
export async function eraseCustomer(ctx: Ctx, asked: string, reason: ErasureView['reason']): Promise<ErasureView> {
  const { id: customerId, recordIds } = await findCustomer(ctx, asked);
  if (!can.erase(ctx.actor)) throw mayNot();
  const removed: Record<string, number> = {};
  for (const { personalData } of ctx.house.domains.toReversed()) {
    for (const recordId of recordIds) addTo(removed, (await personalData?.erase(ctx, recordId)) ?? {});
  }
  const id = newId();
  await ctx.db
    .insertInto('erasures')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      customer_id: customerId,
      reason,
      asked_at: ctx.now,
      asked_by: ctx.actor.id,
      done_at: ctx.now,
      removed: JSON.stringify(removed),
    })
    .execute();
  ctx.audit({
    action: 'customer.erased',
    objectKind: 'customer',
    objectId: customerId,
    after: { erasureId: id, reason },
  });
  const at = ctx.now.toISOString();
  return { id, customerId, reason, askedAt: at, askedById: ctx.actor.id, doneAt: at, removed };
}

function addTo(removed: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [table, rows] of Object.entries(counts)) removed[table] = (removed[table] ?? 0) + rows;
}
