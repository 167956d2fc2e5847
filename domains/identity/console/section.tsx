import type { ReactElement, ReactNode } from 'react';

/** One matter of a settings page: its name, a sentence, what can be done about it. */
export function Section(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly side?: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <section
      aria-label={props.title}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface px-5 py-4 max-phone:px-3.5"
    >
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="text-md">{props.title}</h2>
          {props.lead && <p className="text-text-2">{props.lead}</p>}
        </div>
        {props.side}
      </header>
      {props.children}
    </section>
  );
}

/** Rows of one section, a line between two. */
export function Rows(props: { readonly children: ReactNode }): ReactElement {
  return <ul className="flex flex-col">{props.children}</ul>;
}

/** One row: what it is, small facts below, what can be done at the end. */
export function Row(props: {
  readonly title: ReactNode;
  readonly facts: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <li className="flex min-h-[52px] flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0 flex-1 basis-52">
        <div className="flex flex-wrap items-center gap-2 font-semibold">{props.title}</div>
        <div className="text-sm text-text-3">{props.facts}</div>
      </div>
      {props.children}
    </li>
  );
}
