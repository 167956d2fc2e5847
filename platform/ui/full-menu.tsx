import { Menu as Base } from '@base-ui/react/menu';
import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { Kbd } from './kbd.tsx';
import type { FullMenuProps } from './menu.tsx';

/** The whole menu, in the place of its button from the moment it is wanted. */
export function FullMenu(props: FullMenuProps): ReactElement {
  const { pressed, onOpen } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(pressed === 'hand');
  const isHeld = props.open !== undefined;
  const open = (wanted: boolean): void => {
    if (!isHeld) setOpen(wanted);
    onOpen?.(wanted);
  };
  // The press was on the button that stood here before: it is handed on, with its focus.
  useLayoutEffect(() => {
    if (pressed === undefined) return;
    trigger.current?.focus();
    if (pressed === 'key') trigger.current?.click();
    else open(true);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, for the press that brought it here
  }, []);
  return (
    <Base.Root open={isHeld ? props.open : isOpen} onOpenChange={open}>
      <Base.Trigger ref={trigger} render={props.trigger} />
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
