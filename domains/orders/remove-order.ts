import type { Ctx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import { orderRemoved } from './contract.ts';
import { dropPieces } from './pieces.ts';
import { can } from './policy.ts';
import { lockByName, type OrderRecord, type ShopName } from './queries.ts';
import { brandFor } from './tell-order.ts';
import { countOrder } from './totals.ts';

/** The shop has this order no longer. Removing twice is removing once. */
export async function removeToldOrder(
  ctx: Ctx,
  { source, externalId }: Omit<ShopName, 'brandId'>,
  asked: string | undefined,
): Promise<void> {
  const brandId = await brandFor(ctx, asked);
  const order = await lockByName(ctx, { brandId, source, externalId });
  if (!order) throw notFound();
  if (!can.write(ctx.actor, brandId)) throw mayNot();
  await removeOrder(ctx, order);
}

/** An order goes with everything of it; what its customer is worth follows. */
export async function removeOrder(ctx: Ctx, order: OrderRecord): Promise<Readonly<Record<string, number>>> {
  const removed = await dropPieces(ctx, order.id);
  await ctx.db.deleteFrom('orders').where('workspace_id', '=', ctx.workspaceId).where('id', '=', order.id).execute();
  await countOrder(ctx, order, -1);
  ctx.emit(orderRemoved, order.id, { customerId: order.customerId });
  return { ...removed, orders: 1 };
}
