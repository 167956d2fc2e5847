import { PackageCheck, ShoppingBag, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { moneyOf, type MomentProps, useWords } from '#platform/ui';
import { orderWords } from './words.ts';

const icons: Readonly<Record<string, ReactElement>> = {
  'order.placed': <ShoppingBag />,
  'order.delivered': <PackageCheck />,
  'order.refunded': <Undo2 className="turns" />,
};

/** What orders tell in a customer's timeline. */
export function OrderMoment({ kind, title, facts }: MomentProps): ReactElement {
  const t = useWords(orderWords);
  const number = title ?? '';
  const sum = moneyOf(Number(facts['amountMinor'] ?? 0), String(facts['currency'] ?? 'EUR'));
  const said = {
    'order.placed': t('momentPlaced', { number, sum }),
    'order.delivered': t('momentDelivered', { number }),
    'order.refunded': t('momentRefunded', { number, sum }),
  }[kind];
  return (
    <>
      {icons[kind]}
      <span className="min-w-0 truncate">{said}</span>
    </>
  );
}
