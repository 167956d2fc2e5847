import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';

export type SpineKind = 'mail' | 'chat' | 'call' | 'note' | 'ai' | 'plain';

/** One event of the conversation: its channel as a node on the left, the rest beside it (R23). */
export function SpineEvent(props: {
  readonly kind: SpineKind;
  readonly icon: ReactElement;
  readonly label: string;
  readonly position: number;
  readonly total: number;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <article
      className="spine-event scroll-mt-2"
      aria-label={props.label}
      aria-posinset={props.position}
      aria-setsize={props.total}
      tabIndex={-1}
    >
      <span className={cx('spine-node', props.kind)} aria-hidden="true">
        {props.icon}
      </span>
      <div className="min-w-0">{props.children}</div>
    </article>
  );
}

/** The line above an event: who, how, when. */
export function EventHead(props: {
  readonly name: string;
  readonly how: string;
  readonly when: string;
  readonly fullWhen?: string | undefined;
  readonly after?: ReactNode;
}): ReactElement {
  return (
    <div className="flex min-h-[26px] items-center gap-1.5 text-xs text-text-3">
      <b className="truncate text-sm text-text">
        <bdi>{props.name}</bdi>
      </b>
      <span className="truncate">{props.how}</span>
      <span className="flex-1" />
      {props.after}
      <time className="whitespace-nowrap" title={props.fullWhen}>
        {props.when}
      </time>
    </div>
  );
}

/** A day, or a fact of the system, across the feed. */
export function SpineRule(props: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="spine-rule">
      <bdi>{props.children}</bdi>
    </div>
  );
}

/** The text of a mail. Line breaks are the writer's own. */
export function MailBody(props: { readonly children: ReactNode }): ReactElement {
  return (
    <div
      dir="auto"
      className="text-md leading-[21px] break-words whitespace-pre-wrap max-phone:text-body max-phone:leading-[22px]"
    >
      {props.children}
    </div>
  );
}

export type BubbleSide = 'customer' | 'ours' | 'quoted' | 'assistant';

const bubbles: Record<BubbleSide, string> = {
  customer: 'bg-surface-3',
  ours: 'ms-auto bg-brand-soft',
  quoted:
    'ms-auto flex gap-[7px] bg-info-soft [&_.lucide]:mt-1 [&_.lucide]:size-3 [&_.lucide]:stroke-2 [&_.lucide]:text-info-text',
  assistant:
    'ms-auto flex gap-[7px] bg-ai-soft [&_.lucide]:mt-1 [&_.lucide]:size-3 [&_.lucide]:stroke-2 [&_.lucide]:text-ai-text',
};

/** One chat line: the customer left, our side right, the assistant on ours (R23). */
export function ChatBubble(props: {
  readonly side: BubbleSide;
  readonly icon?: ReactElement | undefined;
  readonly said: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={cx('w-fit max-w-[84%] rounded-[10px] px-3 py-2 text-md max-phone:text-body', bubbles[props.side])}>
      <span className="sr-only">{props.said}: </span>
      {props.icon}
      <span dir="auto" className="break-words whitespace-pre-wrap">
        {props.children}
      </span>
    </div>
  );
}

/** An internal note: butter everywhere, so that nobody takes it for a reply (R16). */
export function NoteCard(props: {
  readonly name: string;
  readonly when: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="rounded-[10px] border border-note-line bg-note-soft px-3 py-2 leading-[19px] max-phone:text-md">
      <b>
        <bdi>{props.name}</bdi>
      </b>{' '}
      <bdi className="text-2xs text-text-3">{props.when}</bdi>
      <div dir="auto" className="break-words whitespace-pre-wrap">
        {props.children}
      </div>
    </div>
  );
}

/** A call: its sound where there is one, and what was written about it. */
export function CallCard(props: { readonly top?: ReactNode; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="overflow-hidden rounded-[10px] border border-line">
      {props.top && <div className="flex items-center gap-2.5 bg-surface-2 px-3 py-2">{props.top}</div>}
      {props.children && <div className="px-3 py-2 leading-[19px]">{props.children}</div>}
    </div>
  );
}

/** Bars of a sound, the played part in apricot. Drawn from a seed until the sound itself is there to be measured. */
export function Waveform(props: { readonly levels: readonly number[]; readonly playedShare: number }): ReactElement {
  const played = Math.round(props.levels.length * props.playedShare);
  return (
    <svg
      className="h-[22px] min-w-[60px] flex-1"
      viewBox={`0 0 ${props.levels.length * 4} 22`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {props.levels.map((level, index) => {
        const height = 2 + level * 18;
        return (
          <rect
            // The bars never move, so their place is their key.
            key={index}
            x={index * 4}
            y={11 - height / 2}
            width="2.2"
            height={height}
            rx="1"
            fill={index < played ? 'var(--accent)' : 'var(--line-2)'}
          />
        );
      })}
    </svg>
  );
}
