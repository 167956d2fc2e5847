import { CircleX, Package, PackageCheck, PackageOpen, Truck, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { OrderPhase } from '../contract.ts';

const signs: Readonly<Record<OrderPhase, ReactElement>> = {
  placed: <Package />,
  paid: <Package />,
  packed: <PackageOpen />,
  sent: <Truck />,
  delivered: <PackageCheck />,
  returned: <Undo2 className="turns" />,
  cancelled: <CircleX />,
};

/** How far an order is, as a sign; its words stand beside it. */
export function OrderSign(props: { readonly phase: OrderPhase; readonly sizePx?: 36 | 52 }): ReactElement {
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none place-items-center rounded-md bg-brand-soft text-brand-text [&>.lucide]:size-[18px] ${
        props.sizePx === 52 ? 'size-[52px] [&>.lucide]:size-6' : 'size-9'
      }`}
    >
      {signs[props.phase]}
    </span>
  );
}
