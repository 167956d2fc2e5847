import { canWithCustomers } from '#domains/customers';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** Who sees orders: whoever sees the customer. Who writes them: a shop's key, for the brands it serves. */
export const can = {
  read: (actor: Actor, order: { readonly brandId: string }): boolean =>
    canWithCustomers.read(actor, { brandId: order.brandId, erasedAt: null }),
  write: (actor: Actor, brandId: string): boolean => holds(actor, 'orders.write') && servesBrand(actor, brandId),
};

/** The SQL twin of `read`, over the column brand_id of an order or product: the customers' own. */
export { customersVisible as visible } from '#domains/customers';
