import { cloneElement, useEffect, useState, type ComponentType, type ReactElement, type ReactNode } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactElement | undefined;
  readonly keys?: string | undefined;
  readonly isChosen?: boolean | undefined;
  readonly run: () => void;
}

export interface MenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly items: readonly MenuItem[];
  readonly label: string;
  readonly open?: boolean | undefined;
  readonly onOpen?: ((open: boolean) => void) | undefined;
  readonly header?: ReactNode;
}

/** A menu once it was wanted, and how: pressed on its button by hand or by a key, or opened from outside. */
export type FullMenuProps = MenuProps & { readonly pressed: 'hand' | 'key' | undefined };

let full: ComponentType<FullMenuProps> | undefined;

/** The machinery of menus, a fifth of what the first page would weigh: it comes when a hand or a key first stirs. */
export async function fetchMenus(): Promise<ComponentType<FullMenuProps>> {
  full ??= (await import('./full-menu.tsx')).FullMenu;
  return full;
}

/**
 * A button that opens a short list of things to do. `open` can be held from outside, so that a key opens it too. Until
 * it is wanted it is only its button: a thread has one beside every message, and a list beside every row.
 */
export function Menu(props: MenuProps): ReactElement {
  const [pressed, setPressed] = useState<'hand' | 'key'>();
  const [Full, setFull] = useState<ComponentType<FullMenuProps>>();
  const isWanted = props.open === true || pressed !== undefined;
  useEffect(() => {
    if (!isWanted || Full !== undefined) return undefined;
    let isGone = false;
    void fetchMenus()
      .then((menu) => !isGone && setFull(() => menu))
      // without a connection the button stays, and a later press asks again
      .catch(() => !isGone && setPressed(undefined));
    return () => {
      isGone = true;
    };
  }, [isWanted, Full]);
  if (Full !== undefined) return <Full {...props} pressed={pressed} />;
  const warm = (): void => void fetchMenus().catch(() => undefined);
  return cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: warm,
    onFocus: warm,
    onClick: (event: { readonly detail: number }) => setPressed(event.detail === 0 ? 'key' : 'hand'),
    onKeyDown: (event: { readonly key: string; preventDefault(): void }) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setPressed('key');
    },
  });
}
