import { Search } from 'lucide-react';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { Button, cx, EmptyState, ErrorNote, Skeleton, usePages, useWords } from '#platform/ui';
import { listOrders } from '../contract.ts';
import { OrderDetail } from './order-detail.tsx';
import { OrderLink } from './order-rows.tsx';
import { orderWords } from './words.ts';

/** Orders: found by their number, one of them beside the list; on a phone one at a time. */
export function OrdersPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(orderWords);
  const [id = ''] = props.rest.split('/');
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[332px_minmax(0,1fr)] max-phone:grid-cols-1">
      <h1 className="sr-only">{t('orders')}</h1>
      <section
        aria-label={t('list')}
        data-pane="list"
        className={cx('flex min-h-0 flex-col border-e border-line bg-surface', id !== '' && 'max-phone:hidden')}
      >
        <OrdersList openId={id} />
      </section>
      <section
        aria-label={t('orders')}
        data-pane="thread"
        className={cx('min-h-0 overflow-y-auto', id === '' && 'max-phone:hidden')}
      >
        {id === '' ? <EmptyState title={t('choose')}>{t('chooseHint')}</EmptyState> : <OrderDetail key={id} id={id} />}
      </section>
    </div>
  );
}

function OrdersList(props: { readonly openId: string }): ReactElement {
  const t = useWords(orderWords);
  const [text, setText] = useState('');
  const number = useDeferredValue(text.trim());
  const pages = usePages(listOrders, { query: number === '' ? {} : { number } } as never);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <header className="border-b border-line px-3.5 py-2.5">
        <label className="flex h-9 items-center gap-2 rounded-md border border-line-control px-2.5 focus-within:outline-2 focus-within:outline-focus max-phone:h-10">
          <Search className="size-4 text-text-3" aria-hidden="true" />
          <input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none"
          />
        </label>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.help} />}
        {pages.isPending && <Skeleton rows={8} rowHeightPx={56} label={t('loading')} />}
        {pages.data && rows.length === 0 && (
          <EmptyState title={number === '' ? t('none') : t('noneFound', { number })}>
            {t(number === '' ? 'noneHint' : 'noneFoundHint')}
          </EmptyState>
        )}
        <ul>
          {rows.map((order) => (
            <li key={order.id} className="border-b border-line">
              <OrderLink order={order} who={order.customerName} current={order.id === props.openId} />
            </li>
          ))}
        </ul>
        {pages.hasNextPage && (
          <Button className="m-3.5" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('older')}
          </Button>
        )}
      </div>
    </>
  );
}
