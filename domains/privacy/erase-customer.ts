import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot } from '#platform/problem';
import type { ErasureView } from './contract.ts';
import { findCustomer, type FoundCustomer } from './find-customer.ts';
import { heldAmong, isHeld } from './holds.ts';
import { erasureView } from './list-erasures.ts';
import { can } from './policy.ts';
import { hashOf, type ProofPart } from './proof.ts';

/** Erase a customer for good, as somebody asked. Who is held stays. */
export async function eraseCustomer(ctx: Ctx, asked: string, reason: ErasureView['reason']): Promise<ErasureView> {
  const found = await findCustomer(ctx, asked);
  if (!can.erase(ctx.actor)) throw mayNot();
  if ((await heldAmong(ctx, found.recordIds)).size > 0) throw isHeld();
  return eraseFound(ctx, found, reason);
}

/**
 * Erase a customer from every domain, last one first, in one transaction: all of it or nothing. Events are not touched;
 * they hold nothing of the person. The proof says what was removed. Erasing again removes what came since.
 */
export async function eraseFound(
  ctx: Ctx,
  { id: customerId, recordIds }: FoundCustomer,
  reason: ErasureView['reason'],
): Promise<ErasureView> {
  const parts: ProofPart[] = [];
  const removed: Record<string, number> = {};
  for (const { name, personalData } of ctx.house.domains.toReversed()) {
    const ofDomain: Record<string, number> = {};
    for (const recordId of recordIds) addTo(ofDomain, (await personalData?.erase(ctx, recordId)) ?? {});
    for (const [table, rows] of Object.entries(ofDomain)) if (rows > 0) parts.push({ domain: name, table, rows });
    addTo(removed, ofDomain);
  }
  const id = newId();
  const proof = { id, customerId, reason, at: ctx.now.toISOString(), by: ctx.actor.id, parts };
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
      parts: JSON.stringify(parts),
      hash: hashOf(proof),
    })
    .execute();
  ctx.audit({
    action: 'customer.erased',
    objectKind: 'customer',
    objectId: customerId,
    after: { erasureId: id, reason, hash: hashOf(proof) },
  });
  return erasureView(ctx, id);
}

function addTo(removed: Record<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [table, rows] of Object.entries(counts)) removed[table] = (removed[table] ?? 0) + rows;
}
