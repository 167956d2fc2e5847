import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { MoveButtons } from './ordered-sections.tsx';

/** One section of the side panel; its title folds it, and the fold is remembered on this device (R29). */
export function SideSection(props: {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly toggleLabel: (open: boolean) => string;
  /** Not there while it holds nothing. */
  readonly onlyFilled?: boolean | undefined;
}): ReactElement {
  const key = `rapport.section.${props.id}`;
  const [open, setOpen] = useState(() => localStorage.getItem(key) !== 'folded');
  const bodyId = useId();
  const toggle = (): void => {
    localStorage.setItem(key, open ? 'folded' : 'open');
    setOpen(!open);
  };
  return (
    <section
      className={cx('border-b border-line px-4 py-[13px]', props.onlyFilled && 'has-[>[data-holds]:empty]:hidden')}
    >
      <header className={cx('group flex items-center gap-1', open && 'mb-[9px]')}>
        <h3 className="text-xs">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={bodyId}
            aria-label={props.toggleLabel(open)}
            onClick={toggle}
            className="-my-1 flex min-h-6 items-center gap-1 font-semibold text-text-3"
          >
            {props.title}
            <ChevronDown
              className={cx(
                'size-3 stroke-2 opacity-0 group-hover:opacity-100 group-focus-within:opacity-100',
                !open && '-rotate-90 opacity-100 rtl:rotate-90',
              )}
            />
          </button>
        </h3>
        <span className="ms-auto flex items-center text-2xs text-text-3">
          <MoveButtons id={props.id} title={props.title} />
          <bdi>{props.aside}</bdi>
        </span>
      </header>
      <div id={bodyId} data-holds hidden={!open}>
        {props.children}
      </div>
    </section>
  );
}

/** Three numbers about a person, side by side. */
export function StatTiles(props: {
  readonly stats: readonly { readonly title: string; readonly value: string; readonly unit?: string | undefined }[];
}): ReactElement {
  return (
    <dl className="mt-3 grid grid-cols-3 gap-2">
      {props.stats.map((stat) => (
        <div key={stat.title} className="rounded-md border border-line bg-surface px-2.5 py-2">
          <dt className="truncate text-2xs whitespace-nowrap text-text-3">{stat.title}</dt>
          <dd>
            <bdi className="inline-flex items-baseline gap-1">
              <b className="text-lg font-bold tabular-nums">{stat.value}</b>
              <span className="text-2xs text-text-3">{stat.unit}</span>
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Names and values in two columns. */
export function KeyValues(props: {
  readonly rows: readonly { readonly key: string; readonly value: ReactNode }[];
}): ReactElement {
  return (
    <dl className="grid grid-cols-[96px_1fr] gap-x-2.5 gap-y-[7px]">
      {props.rows.map((row) => (
        <div key={row.key} className="contents">
          <dt className="text-text-3">{row.key}</dt>
          <dd className="min-w-0 truncate">
            <bdi>{row.value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Countable facts, one a line, each with its sign. */
export function FactList(props: {
  readonly facts: readonly { readonly icon: ReactElement; readonly text: ReactNode }[];
}): ReactElement {
  return (
    <ul className="flex flex-col gap-[7px] leading-[18px]">
      {props.facts.map((fact, index) => (
        <li
          key={index}
          className="grid grid-cols-[16px_1fr] items-center gap-x-[9px] [&_.lucide]:size-3.5 [&_.lucide]:text-text-3"
        >
          {fact.icon}
          <span>
            <bdi>{fact.text}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What happened to the customer, in steps. */
export function JourneySteps(props: {
  readonly steps: readonly {
    readonly title: string;
    readonly when: string;
    readonly state: 'done' | 'broke' | 'now' | 'next';
  }[];
}): ReactElement {
  return (
    <ol className="journey">
      {props.steps.map((step) => (
        <li key={step.title} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <i aria-hidden="true" />
          <span>
            <bdi>{step.title}</bdi>
            <br />
            <bdi>{step.when}</bdi>
          </span>
        </li>
      ))}
    </ol>
  );
}
