import type { ReactElement } from 'react';

/** A way on from a section of the side panel. */
export function PanelLink(props: { readonly href: string; readonly children: string }): ReactElement {
  return (
    <a
      href={props.href}
      className="-my-1 inline-flex min-h-6 min-w-6 items-center text-xs font-semibold text-brand-text"
    >
      {props.children}
    </a>
  );
}
