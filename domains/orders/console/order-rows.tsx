import type { ReactElement } from 'react';
import { AppLink, dateOf, moneyOf, useWords } from '#platform/ui';
import type { OrderRow } from '../contract.ts';
import { OrderSign } from './order-sign.tsx';
import { stateOf, titleOf } from './say-order.ts';
import { orderWords } from './words.ts';

/** An order in a list: what, where it is, when, for how much. */
export function OrderLink(props: {
  readonly order: OrderRow;
  readonly who?: string;
  readonly current?: boolean;
}): ReactElement {
  const t = useWords(orderWords);
  const { order } = props;
  return (
    <AppLink
      href={`/orders/${order.id}`}
      label={t('openOrder', { number: order.number })}
      current={props.current ?? false}
      className={`flex min-h-14 items-center gap-3 py-1.5 hover:bg-hover ${props.who === undefined ? '' : 'px-3.5'} ${
        props.current ? 'bg-selected' : ''
      }`}
    >
      <OrderSign phase={order.phase} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          <bdi>{order.number}</bdi>
          <span className="text-text-3"> · </span>
          <bdi>{props.who ?? titleOf(order, t)}</bdi>
        </span>
        <span dir="auto" className="block truncate text-xs text-text-3">
          {props.who === undefined ? stateOf(order, t) : titleOf(order, t)}
        </span>
      </span>
      <span className="flex flex-none flex-col items-end">
        <b className="font-semibold tabular-nums">
          <bdi>{moneyOf(order.totalMinor, order.currency)}</bdi>
        </b>
        <time className="text-xs text-text-3">{dateOf(order.placedAt, true)}</time>
      </span>
    </AppLink>
  );
}
