import { Package } from 'lucide-react';
import type { ReactElement } from 'react';
import { AppLink, moneyOf, useView, useWords } from '#platform/ui';
import { listCustomerOrders } from '../contract.ts';
import { orderOf, stateOf } from './say-order.ts';
import { orderWords } from './words.ts';

/** In a word beside a chat: the order its subject names, or else the newest, and how far it is; nothing where none is known. */
export function LatestOrder(props: { readonly customerId: string; readonly subject: string }): ReactElement | null {
  const t = useWords(orderWords);
  const asked = { params: { id: props.customerId }, query: { limit: 20 } };
  const order = orderOf(useView(listCustomerOrders, asked as never).data?.rows ?? [], props.subject);
  if (order === undefined) return null;
  const sum = moneyOf(order.totalMinor, order.currency);
  return (
    <AppLink
      href={`/orders/${order.id}`}
      label={`${t('openOrder', { number: order.number })}, ${sum}, ${stateOf(order, t)}`}
      current={false}
      className="inline-flex h-6 min-w-0 items-center gap-1 rounded-full px-2 text-xs font-control text-text-2 inset-ring inset-ring-line-2 hover:bg-hover max-phone:h-10"
    >
      <Package className="size-3 flex-none" aria-hidden="true" />
      <bdi className="truncate">{[order.number, sum, order.state || t(order.phase)].join(', ')}</bdi>
    </AppLink>
  );
}
