import { dateOf, type Say } from '#platform/ui';
import type { OrderRow } from '../contract.ts';
import type { orderWords } from './words.ts';

export type OrderSay = Say<keyof typeof orderWords.en>;

/** Where an order is, in words: the shop's own, or how far it is with its day; then the place. */
export function stateOf(
  order: Pick<OrderRow, 'phase' | 'state' | 'placedAt' | 'deliveredAt' | 'place'>,
  t: OrderSay,
): string {
  const at = { delivered: order.deliveredAt, placed: order.placedAt }[order.phase as string];
  const said = order.state || [t(order.phase), at && dateOf(at)].filter(Boolean).join(' ');
  return [said, order.place].filter(Boolean).join(', ');
}

/** The order that a subject names, or else the newest. */
export function orderOf<Order extends Pick<OrderRow, 'number'>>(
  rows: readonly Order[],
  subject: string,
): Order | undefined {
  return rows.find(({ number }) => subject.includes(number)) ?? rows[0];
}

/** What was bought, in a line. */
export function titleOf(order: Pick<OrderRow, 'firstLine' | 'moreLines' | 'number'>, t: OrderSay): string {
  if (order.moreLines > 0) return t('andMore', { name: order.firstLine, count: order.moreLines });
  return order.firstLine || order.number;
}
