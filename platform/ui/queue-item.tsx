import type { ReactElement, ReactNode } from 'react';
import { type DotTone, Dot } from './chip.tsx';
import { cx } from './cx.ts';
import type { LinkDrawer } from './rail.tsx';

/** One line of the queue column: my work, a team's queue, or a saved view. */
export function QueueItem(props: {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
  readonly link: LinkDrawer;
  readonly icon?: ReactElement | undefined;
  /** A queue's state by its own SLA, with its words (R7). */
  readonly state?: { readonly tone: DotTone; readonly label: string } | undefined;
  readonly count?: string | undefined;
}): ReactElement {
  const Link = props.link;
  return (
    <Link
      href={props.href}
      label={props.label}
      current={props.current}
      className={cx(
        'flex h-[30px] items-center gap-2 rounded-md px-2 max-phone:h-11 max-wide:h-9',
        props.current ? 'bg-selected font-semibold text-text' : 'text-text-2 hover:bg-surface-3',
      )}
    >
      {props.state === undefined ? (
        <span className="[&_.lucide]:size-3.5" aria-hidden="true">
          {props.icon}
        </span>
      ) : (
        <span className="grid w-3.5 place-items-center">
          <Dot tone={props.state.tone} label={props.state.label} />
        </span>
      )}
      <span className="min-w-0 truncate">{props.label}</span>
      {props.count !== undefined && (
        <bdi className={cx('ms-auto text-xs tabular-nums', props.current ? 'text-text' : 'text-text-3')}>
          {props.count}
        </bdi>
      )}
    </Link>
  );
}

/** A titled group of the queue column. */
export function QueueGroup(props: {
  readonly title?: string | undefined;
  /** Beside the title: what adds to the group. */
  readonly act?: ReactElement | undefined;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div>
      {props.title !== undefined && (
        <div className="flex min-h-6 items-center justify-between ps-2 pe-1 text-xs font-semibold text-text-3">
          {props.title}
          {props.act}
        </div>
      )}
      <ul className="flex flex-col gap-px">{props.children}</ul>
    </div>
  );
}
