import { ExternalLink, Truck } from 'lucide-react';
import type { ReactElement } from 'react';
import { AppLink, type ConsolePanelProps, moneyOf, SideSection, useView, useWords } from '#platform/ui';
import { listCustomerOrders, type OrderRow } from '../contract.ts';
import { OrderSign } from './order-sign.tsx';
import { orderOf, stateOf, titleOf } from './say-order.ts';
import { orderWords } from './words.ts';

/** Beside a conversation: the order its subject names, or else the newest; nothing where none is known. */
export function OrderPanel(props: ConsolePanelProps): ReactElement | null {
  const t = useWords(orderWords);
  const asked = { params: { id: props.customerId }, query: { limit: 20 } };
  const rows = useView(listCustomerOrders, asked as never).data?.rows ?? [];
  const order = orderOf(rows, props.subject);
  if (order === undefined) return null;
  const title = t('order', { number: order.number });
  return (
    <SideSection
      id="order"
      title={title}
      toggleLabel={(open) => t(open ? 'fold' : 'unfold', { title })}
      aside={
        <AppLink
          href={`/orders/${order.id}`}
          label={t('openOrder', { number: order.number })}
          current={false}
          className="-my-1 inline-flex min-h-6 min-w-6 items-center text-xs font-semibold text-brand-text"
        >
          {t('open')}
        </AppLink>
      }
    >
      <div className="grid grid-cols-[36px_1fr_auto] items-center gap-2.5 py-1.5">
        <OrderSign phase={order.phase} />
        <div className="flex min-w-0 flex-col">
          <span dir="auto" className="truncate font-medium">
            {titleOf(order, t)}
          </span>
          <span dir="auto" className="truncate text-xs text-text-3">
            {stateOf(order, t)}
          </span>
        </div>
        <b className="tabular-nums">
          <bdi>{moneyOf(order.totalMinor, order.currency)}</bdi>
        </b>
      </div>
      <OrderLinks order={order} />
    </SideSection>
  );
}

const linkLook =
  'inline-flex h-8 flex-1 items-center justify-center gap-1.5 rounded-md border border-line-2 bg-surface px-2.5 text-sm font-control whitespace-nowrap hover:bg-hover max-phone:h-10';

/** Where it can be followed and where it stands in the shop; both are other people's pages. */
export function OrderLinks({ order }: { readonly order: Pick<OrderRow, 'trackingUrl' | 'url'> }): ReactElement | null {
  const t = useWords(orderWords);
  if (order.trackingUrl === null && order.url === null) return null;
  return (
    <div className="mt-1.5 flex flex-wrap gap-1.5">
      {order.trackingUrl !== null && (
        <a href={order.trackingUrl} target="_blank" rel="noreferrer" className={linkLook}>
          <Truck className="size-3.5" aria-hidden="true" />
          {t('track')}
        </a>
      )}
      {order.url !== null && (
        <a href={order.url} target="_blank" rel="noreferrer" className={linkLook}>
          <ExternalLink className="size-3.5" aria-hidden="true" />
          {t('inShop')}
        </a>
      )}
    </div>
  );
}
