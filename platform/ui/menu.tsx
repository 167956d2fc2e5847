import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactElement | undefined;
  readonly keys?: string | undefined;
  readonly isChosen?: boolean | undefined;
  readonly run: () => void;
}

/** A button that opens a short list of things to do. `open` can be held from outside, so that a key opens it too. */
export function Menu(props: {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly items: readonly MenuItem[];
  readonly label: string;
  readonly open?: boolean | undefined;
  readonly onOpen?: ((open: boolean) => void) | undefined;
  readonly header?: ReactNode;
}): ReactElement {
  const held = props.open === undefined ? {} : { open: props.open };
  return (
    <Base.Root {...held} onOpenChange={(open) => props.onOpen?.(open)}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner className="z-40" sideOffset={6} align="end">
          <Base.Popup
            aria-label={props.label}
            className="min-w-52 rounded-lg border border-line bg-surface p-1.5 text-sm shadow-3 outline-none"
          >
            {props.header && <div className="px-2.5 pt-1.5 pb-1 text-xs font-semibold text-text-3">{props.header}</div>}
            {props.items.map((item) => (
              <Base.Item
                key={item.id}
                onClick={item.run}
                className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 outline-none data-highlighted:bg-selected max-phone:h-11"
              >
                <span className="text-text-3 [&_.lucide]:size-3.5">{item.icon}</span>
                <span className={item.isChosen ? 'font-semibold' : ''}>{item.label}</span>
                <span className="ms-auto ps-4 text-xs text-text-3">{item.detail}</span>
                {item.keys && <Kbd keys={item.keys} />}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
