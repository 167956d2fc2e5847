import { useRouter } from '@tanstack/react-router';
import { useCallback, type MouseEvent, type ReactElement } from 'react';
import type { LinkDrawer } from './rail.tsx';

/** A link within the console: an ordinary address, followed without loading the page anew. */
export const AppLink: LinkDrawer = (props): ReactElement => {
  const go = useGo();
  const onClick = (event: MouseEvent): void => {
    // Ctrl, ⌘ or the middle button mean a new tab: the browser's own.
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    go(props.href);
  };
  return (
    <a
      href={props.href}
      className={props.className}
      aria-label={props.label}
      title={props.label}
      aria-current={props.current ? 'page' : undefined}
      onClick={onClick}
    >
      {props.children}
    </a>
  );
};

/** Goes to an address of the console. The same function over all renderings, so that an effect that goes somewhere goes once. */
export function useGo(): (href: string, how?: { readonly replace?: boolean }) => void {
  const { history } = useRouter();
  return useCallback((href, how) => (how?.replace ? history.replace(href) : history.push(href)), [history]);
}
