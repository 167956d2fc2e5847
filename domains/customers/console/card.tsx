import type { ReactElement, ReactNode } from 'react';

/** One part of a page: its title, what can be done with it, and what it holds. */
export function Card(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section aria-label={props.title} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-3.5">
      <header className="mb-1.5 flex min-h-7 items-center gap-2">
        <h3 className="flex-1 text-xs font-semibold text-text-3">{props.title}</h3>
        {props.action}
      </header>
      {props.children}
    </section>
  );
}
