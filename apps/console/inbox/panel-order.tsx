import { PackageCheck, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, type Say, SideSection } from '#platform/ui';
import { PanelLink } from './panel-link.tsx';
import type { CustomerBeside } from './views.ts';
import type { inboxWords } from './words.ts';

type InboxSay = Say<keyof typeof inboxWords.en>;

const orderIcons = {
  send: <PackageCheck className="size-3.5" />,
  refund: <Undo2 className="turns size-3.5" />,
} as const;

/** The current order with its two likely actions. */
export function Order(props: {
  readonly order: NonNullable<CustomerBeside['order']>;
  readonly t: InboxSay;
  readonly toggleLabel: (open: boolean) => string;
}): ReactElement {
  const { order, t } = props;
  return (
    <SideSection
      id="order"
      title={t('order', { number: order.number })}
      toggleLabel={props.toggleLabel}
      aside={<PanelLink href={`/customers/orders/${order.number}`}>{t('open')}</PanelLink>}
    >
      <div className="grid grid-cols-[36px_1fr_auto] items-center gap-2.5 py-1.5">
        <Thumb />
        <div className="flex min-w-0 flex-col">
          <span dir="auto" className="truncate font-medium">
            {order.title}
          </span>
          <span className="truncate text-xs text-text-3">{order.state}</span>
        </div>
        <b className="tabular-nums">
          <bdi>{order.amount}</bdi>
        </b>
      </div>
      <div className="mt-1.5 flex gap-1.5">
        {order.actions.map((action) => (
          <Button key={action.id} size="sm" className="flex-1! justify-center">
            {orderIcons[action.sign]}
            {action.title}
          </Button>
        ))}
      </div>
    </SideSection>
  );
}

/** A tent, until the shop's own picture is there. */
function Thumb(): ReactElement {
  return (
    <span className="size-9 overflow-hidden rounded-md" aria-hidden="true">
      <svg width="36" height="36" viewBox="0 0 36 36">
        <rect width="36" height="36" fill="#DDEBDF" />
        <path d="M4 28 18 8l14 20z" fill="#D98042" />
        <path d="M18 8 32 28H22z" fill="#B8602A" />
        <path d="M18 15l5 13H13z" fill="#5A2C12" />
      </svg>
    </span>
  );
}
