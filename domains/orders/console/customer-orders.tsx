import type { ReactElement } from 'react';
import { Button, type CustomerPieceProps, ErrorNote, moneyOf, usePages, useWords } from '#platform/ui';
import { listCustomerOrders } from '../contract.ts';
import { OrderLink } from './order-rows.tsx';
import { orderWords } from './words.ts';

/** On a customer's page: everything they bought, and what it comes to; nothing where no shop told of anything. */
export function CustomerOrders(props: CustomerPieceProps): ReactElement | null {
  const t = useWords(orderWords);
  const asked = { params: { id: props.customerId }, query: { limit: 10 } };
  const pages = usePages(listCustomerOrders, asked as never);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const worth = pages.data?.pages[0]?.worth ?? [];
  if (pages.error) return <ErrorNote title={t('failed')} detail={pages.error.problem.help} />;
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('orders')} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-2">
      <header className="mb-1.5 flex items-baseline gap-2">
        <h3 className="flex-1 text-xs font-semibold text-text-3">{t('orders')}</h3>
        <span className="text-xs text-text-3">
          {worth
            .map((one) => t('worth', { count: one.orderCount, sum: moneyOf(one.worthMinor, one.currency) }))
            .join(', ')}
        </span>
      </header>
      <ul>
        {rows.map((order) => (
          <li key={order.id} className="border-b border-line last:border-b-0">
            <OrderLink order={order} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
    </section>
  );
}
