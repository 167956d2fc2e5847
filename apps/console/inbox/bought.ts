import type { ReplyOf } from '#platform/contract';
import { moneyOf, useView } from '#platform/ui';
import { listCustomerOrders } from '../routes.ts';
import type { Before } from './so-far.ts';

type Bought = ReplyOf<typeof listCustomerOrders>;

/** What the customer bought, the newest orders first. */
export function useBought(customerId: string | undefined) {
  const asked = { params: { id: customerId ?? '' }, query: { limit: 20 } };
  return useView(listCustomerOrders, asked as never, { enabled: customerId !== undefined });
}

/** What of it the panel's numbers and journey say: the order that the subject names, or else the newest one. */
export function boughtOf(bought: Bought | undefined, subject: string): Pick<Before, 'lifetime' | 'order'> {
  const rows = bought?.rows ?? [];
  const [worth] = bought?.worth ?? [];
  return {
    lifetime: worth && moneyOf(worth.worthMinor, worth.currency),
    order: rows.find(({ number }) => subject.includes(number)) ?? rows[0],
  };
}
