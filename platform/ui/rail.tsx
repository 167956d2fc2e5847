import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

/** Two circles with their shared part filled: what both sides have in common. */
export function Logo(props: { readonly sizePx?: number; readonly dark?: boolean }): ReactElement {
  const stroke = props.dark ? 'var(--text)' : '#fff';
  return (
    <svg width={props.sizePx ?? 32} height={props.sizePx ?? 32} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="12" cy="16" r="9.2" fill="none" stroke={stroke} strokeWidth="2.6" />
      <circle cx="20" cy="16" r="9.2" fill="none" stroke={stroke} strokeWidth="2.6" />
      <path d="M16 9.1a8.6 8.6 0 0 1 0 13.8a8.6 8.6 0 0 1 0-13.8z" fill="#EC8F4C" />
    </svg>
  );
}

/** How the shell draws a link; the router brings its own. */
export type LinkDrawer = (props: {
  readonly href: string;
  readonly className: string;
  readonly label: string;
  readonly current: boolean;
  readonly children: ReactNode;
}) => ReactElement;

export interface RailItem {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly icon: ReactElement;
  readonly count?: number | undefined;
  /** Its word under the sign on a phone; without one it is not in the bar of five. */
  readonly phoneLabel?: string | undefined;
  readonly keys?: string | undefined;
}

const cell =
  'relative grid h-10 w-11 place-items-center rounded-[10px] text-rail-text hover:bg-rail-2 hover:text-rail-on';

/** The dark rail of areas; under 760 px it is the bottom bar with words under its signs. */
export function Rail(props: {
  readonly label: string;
  readonly homeLabel: string;
  readonly items: readonly RailItem[];
  readonly currentId: string;
  readonly foot: ReactNode;
  readonly link: LinkDrawer;
}): ReactElement {
  const Link = props.link;
  return (
    <nav
      aria-label={props.label}
      data-pane="rail"
      className="flex flex-col items-center gap-0.5 bg-rail py-3 text-rail-text max-phone:order-2 max-phone:flex-row max-phone:justify-around max-phone:border-t max-phone:border-line max-phone:bg-surface max-phone:px-1.5 max-phone:pt-2 max-phone:pb-[max(20px,env(safe-area-inset-bottom))]"
    >
      <span className="mb-3 grid h-10 w-9 place-items-center max-phone:hidden" role="img" aria-label={props.homeLabel}>
        <Logo />
      </span>
      {props.items.map((item, index) => {
        const current = item.id === props.currentId;
        return (
          <Link
            key={item.id}
            href={item.href}
            label={item.label}
            current={current}
            className={cx(
              cell,
              current && 'bg-rail-2 text-rail-on',
              'max-phone:flex max-phone:h-auto max-phone:min-h-10 max-phone:w-auto max-phone:min-w-16 max-phone:flex-col max-phone:items-center max-phone:gap-[3px] max-phone:bg-transparent max-phone:text-2xs max-phone:font-control max-phone:hover:bg-transparent',
              current
                ? 'max-phone:text-brand-text max-phone:hover:text-brand-text'
                : 'max-phone:text-text-3 max-phone:hover:text-text',
              item.phoneLabel === undefined && 'max-phone:hidden',
              index > 1 && 'max-phone:order-3',
            )}
          >
            {current && (
              <span className="absolute inset-y-2.5 -start-2 w-[3px] rounded-[2px] bg-rail-mark max-phone:hidden" />
            )}
            <span className="[&_.lucide]:size-[18px] max-phone:[&_.lucide]:size-[22px]">{item.icon}</span>
            <span className="hidden max-phone:inline">{item.phoneLabel}</span>
            <Count count={item.count} />
          </Link>
        );
      })}
      <span className="flex-1 max-phone:hidden" />
      {props.foot}
    </nav>
  );
}

/** How many wait there, at the corner of a sign. */
function Count(props: { readonly count?: number | string | undefined }): ReactElement | null {
  if (!props.count) return null;
  return (
    <span className="absolute end-[3px] top-[3px] h-[15px] min-w-[15px] rounded-lg bg-rail-mark px-1 text-center text-[10px] leading-[15px] font-bold text-[#2b1402] max-phone:hidden">
      {props.count}
    </span>
  );
}

/** One of the signs at the foot of the rail: search, notifications, settings. */
export function RailButton(props: {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onPress: () => void;
  readonly phoneLabel?: string;
  readonly count?: number | string | undefined;
}): ReactElement {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
      className={cx(
        cell,
        '[&_.lucide]:size-[18px]',
        props.phoneLabel
          ? 'max-phone:order-2 max-phone:flex max-phone:h-auto max-phone:min-h-10 max-phone:w-16 max-phone:flex-col max-phone:items-center max-phone:gap-[3px] max-phone:text-2xs max-phone:font-control max-phone:text-text-3 max-phone:[&_.lucide]:size-[22px]'
          : 'max-phone:hidden',
      )}
    >
      {props.icon}
      <Count count={props.count} />
      {props.phoneLabel && (
        <span className="hidden max-phone:inline" aria-hidden="true">
          {props.phoneLabel}
        </span>
      )}
    </button>
  );
}
