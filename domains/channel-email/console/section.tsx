import type { ReactElement, ReactNode } from 'react';

/** A titled list, or the words that stand in its place. */
export function Section(props: {
  readonly title: string;
  readonly empty: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section aria-label={props.title}>
      <h3 className="mb-1.5 text-xs font-semibold text-text-3">{props.title}</h3>
      {props.isEmpty ? (
        <p className="text-text-3">{props.empty}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">{props.children}</ul>
      )}
    </section>
  );
}
