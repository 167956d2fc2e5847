import { ArrowLeft } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  AppLink,
  Button,
  Chip,
  dateOf,
  ErrorNote,
  KeyValues,
  moneyOf,
  Skeleton,
  useGo,
  useNow,
  useView,
  useWords,
  whenOf,
} from '#platform/ui';
import { type OrderId, type OrderView, readOrder } from '../contract.ts';
import { OrderLinks } from './order-panel.tsx';
import { OrderSign } from './order-sign.tsx';
import { stateOf } from './say-order.ts';
import { orderWords } from './words.ts';

/** One order: what was bought, what was paid, where it is. */
export function OrderDetail(props: { readonly id: string }): ReactElement {
  const t = useWords(orderWords);
  const go = useGo();
  const { data: order, error } = useView(readOrder, { params: { id: props.id as OrderId } });
  if (error && !order) return <ErrorNote title={error.problem.title} detail={error.problem.help} />;
  if (!order) return <Skeleton rows={5} rowHeightPx={64} label={t('loading')} />;
  const trackingUrl = order.shipments.findLast((parcel) => parcel.trackingUrl !== null)?.trackingUrl ?? null;
  return (
    <div className="flex max-w-[860px] flex-col gap-4 px-6 py-5 max-phone:px-3.5">
      <header className="flex flex-wrap items-center gap-3.5">
        <Button look="ghost" square className="-ms-2 phone:hidden" aria-label={t('back')} onClick={() => go('/orders')}>
          <ArrowLeft className="turns size-[22px]" />
        </Button>
        <OrderSign phase={order.phase} sizePx={52} />
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="truncate text-xl">
            <bdi>{order.number}</bdi>
          </h2>
          <p dir="auto" className="text-text-3">
            {stateOf(order, t)}
          </p>
        </div>
        <b className="text-xl tabular-nums">
          <bdi>{moneyOf(order.totalMinor, order.currency)}</bdi>
        </b>
      </header>
      <OrderLinks order={{ trackingUrl, url: order.url }} />
      <About order={order} />
      <Lines order={order} />
      <Payments order={order} />
      <Parcels order={order} />
    </div>
  );
}

function Piece(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={props.title} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-3.5">
      <h3 className="mb-1.5 text-xs font-semibold text-text-3">{props.title}</h3>
      {props.children}
    </section>
  );
}

function About({ order }: { readonly order: OrderView }): ReactElement {
  const t = useWords(orderWords);
  const now = useNow();
  const who = (
    <AppLink
      href={`/customers/${order.customerId}`}
      label={order.customerName}
      current={false}
      className="font-medium text-brand-text"
    >
      <bdi>{order.customerName || t('customer')}</bdi>
    </AppLink>
  );
  return (
    <Piece title={t('about')}>
      <KeyValues
        rows={[
          { key: t('customer'), value: who },
          { key: t('placedOn'), value: dateOf(order.placedAt, true) },
          ...(order.place === null ? [] : [{ key: t('goesTo'), value: order.place }]),
          { key: t('from'), value: t('toldAt', { source: order.source, when: whenOf(order.toldAt, now) }) },
        ]}
      />
    </Piece>
  );
}

function Lines({ order }: { readonly order: OrderView }): ReactElement {
  const t = useWords(orderWords);
  const sum = (minor: number): ReactElement => <bdi className="tabular-nums">{moneyOf(minor, order.currency)}</bdi>;
  return (
    <Piece title={t('bought')}>
      <ul>
        {order.lines.map((line, at) => (
          <li key={`${at} ${line.name}`} className="flex min-h-9 items-center gap-3 border-b border-line">
            <span className="w-10 text-text-3 tabular-nums">{t('pieces', { n: line.quantity })}</span>
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {line.name}
            </span>
            {line.sku !== null && <Chip tone="outline">{line.sku}</Chip>}
            {sum(line.unitMinor * line.quantity)}
          </li>
        ))}
        <li className="flex min-h-9 items-center justify-between font-semibold">
          <span>{t('total')}</span>
          {sum(order.totalMinor)}
        </li>
        {order.refundedMinor > 0 && (
          <li className="flex min-h-7 items-center justify-between text-text-3">
            <span>{t('given')}</span>
            {sum(order.refundedMinor)}
          </li>
        )}
      </ul>
    </Piece>
  );
}

function Payments({ order }: { readonly order: OrderView }): ReactElement {
  const t = useWords(orderWords);
  return (
    <Piece title={t('payments')}>
      {order.payments.length === 0 && <p className="text-text-3">{t('noPayments')}</p>}
      <ul>
        {order.payments.map((one, at) => (
          <li key={`${at} ${one.at}`} className="flex min-h-8 items-center gap-3">
            <span className="min-w-0 flex-1 truncate">{[t(one.kind), one.method].filter(Boolean).join(' · ')}</span>
            <time className="text-xs text-text-3">{dateOf(one.at, true)}</time>
            <bdi className="tabular-nums">{moneyOf(one.amountMinor, order.currency)}</bdi>
          </li>
        ))}
      </ul>
    </Piece>
  );
}

function Parcels({ order }: { readonly order: OrderView }): ReactElement {
  const t = useWords(orderWords);
  return (
    <Piece title={t('parcels')}>
      {order.shipments.length === 0 && <p className="text-text-3">{t('noParcels')}</p>}
      <ul>
        {order.shipments.map((parcel, at) => (
          <li key={`${at} ${parcel.trackingNumber ?? ''}`} className="flex min-h-8 flex-wrap items-center gap-x-3">
            <span className="min-w-0 flex-1 truncate">
              {parcel.carrier} <bdi className="text-text-3">{parcel.trackingNumber}</bdi>
            </span>
            <span className="text-xs text-text-3">
              {[
                parcel.sentAt && t('parcelSent', { when: dateOf(parcel.sentAt, true) }),
                parcel.deliveredAt && t('parcelCame', { when: dateOf(parcel.deliveredAt, true) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Piece>
  );
}
