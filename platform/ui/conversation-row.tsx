import { Check, Gem } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { cx } from './cx.ts';

export type Density = 'compact' | 'cosy' | 'relaxed';

/** Fixed heights (R30): what the virtual list reckons with and what the row fills. */
export const rowHeightPx: Record<Density | 'phone', number> = { compact: 44, cosy: 76, relaxed: 92, phone: 85 };

export interface ConversationRowProps {
  readonly name: string;
  readonly isVip?: boolean | undefined;
  /** For whom it is answered, where that is not always the same. */
  readonly brand?: ReactNode;
  readonly channel: { readonly icon: ReactElement; readonly label: string };
  readonly subject: string;
  readonly preview: string;
  readonly age: string;
  readonly isUnread?: boolean | undefined;
  readonly isCurrent?: boolean | undefined;
  readonly isChosen?: boolean | undefined;
  /** Rows are being chosen: the face shows whether this one is. */
  readonly isChoosing?: boolean | undefined;
  readonly density: Density;
  /** Before the preview: Draft, Article … (R8). */
  readonly marker?: { readonly label: string; readonly tone: 'warn' | 'info' | 'ai' } | undefined;
  /** Who is writing there now (R18). */
  readonly writing?: ReactNode;
  /** Time left, met, or what it waits for. */
  readonly clock?: ReactNode;
  readonly words: { readonly unread: string; readonly vip: string };
}

const markers = { warn: 'text-warn-text', info: 'text-info-text', ai: 'text-ai-text' } as const;

/** Who, channel, subject, last line, time left, age: nothing else by default (R8). */
export function ConversationRow(props: ConversationRowProps): ReactElement {
  const isCompact = props.density === 'compact';
  const strong = props.isUnread ? 'font-bold' : '';
  return (
    <div
      className={cx(
        'relative grid h-full items-center gap-3 overflow-hidden border-b border-line px-3.5',
        isCompact ? 'grid-cols-[24px_1fr]' : 'grid-cols-[32px_1fr] max-phone:px-4',
        props.isCurrent ? 'bg-selected max-phone:bg-transparent' : 'group-hover:bg-hover',
        props.isChosen && 'bg-brand-soft',
      )}
    >
      {(props.isCurrent || props.isChosen) && (
        <span className="absolute inset-y-0 start-0 w-[3px] bg-brand max-phone:hidden" />
      )}
      {props.isChoosing ? <Tick isOn={props.isChosen === true} /> : <Face {...props} isCompact={isCompact} />}
      <div className={cx('flex min-w-0 flex-col', !isCompact && 'gap-px')}>
        <div className="flex min-w-0 items-center gap-1.5">
          <bdi
            className={cx(
              'truncate max-phone:text-body max-phone:leading-5',
              props.isUnread ? 'font-bold' : 'font-medium',
            )}
          >
            {props.name}
          </bdi>
          {props.isVip && (
            <Gem
              className="size-3 stroke-2 text-brand-text"
              role="img"
              aria-label={props.words.vip}
              aria-hidden="false"
            />
          )}
          {props.brand && <span className="flex max-w-[45%] min-w-5 flex-none">{props.brand}</span>}
          {props.isUnread && <span className="sr-only">, {props.words.unread}</span>}
          {/* not on the bdi itself: its margins would go by the direction of what stands in it */}
          <span className="ms-auto text-xs whitespace-nowrap text-text-3">
            <bdi>{props.age}</bdi>
          </span>
        </div>
        <div className="flex min-w-0 items-center gap-1.5">
          <span dir="auto" className={cx('truncate max-phone:text-body max-phone:leading-5', strong)}>
            {props.subject}
          </span>
          {isCompact && <RowEnd {...props} />}
          {!isCompact && props.isUnread && (
            <span className="ms-auto size-2 flex-none rounded-full bg-brand" aria-hidden="true" />
          )}
        </div>
        {!isCompact && (
          <div className="flex min-w-0 items-center gap-1.5">
            <span dir="auto" className="min-w-0 truncate text-xs leading-[17px] text-text-3 max-phone:text-sm">
              {props.marker && <b className={cx('font-semibold', markers[props.marker.tone])}>{props.marker.label} </b>}
              {props.preview}
            </span>
            <RowEnd {...props} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Who writes and how long there is, at the end of the row: beside them a text in another direction stays at its start. */
function RowEnd(props: Pick<ConversationRowProps, 'writing' | 'clock'>): ReactElement {
  return (
    <span className="ms-auto flex flex-none items-center gap-1.5 empty:hidden">
      {props.writing}
      {props.clock}
    </span>
  );
}

/** Says by its sign, not by its colour alone, whether a row is chosen; the option itself says it to readers (R35). */
function Tick({ isOn }: { readonly isOn: boolean }): ReactElement {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'grid size-6 place-items-center justify-self-center rounded-md border',
        isOn ? 'border-brand bg-brand text-on-brand' : 'border-line-control bg-surface',
      )}
    >
      {isOn && <Check className="size-4 stroke-3" />}
    </span>
  );
}

function Face(props: ConversationRowProps & { readonly isCompact: boolean }): ReactElement {
  if (props.isCompact) {
    return (
      <span
        className="grid size-[26px] place-items-center rounded-full bg-surface-3 text-text-2 [&_.lucide]:size-3.5"
        role="img"
        aria-label={props.channel.label}
        title={props.channel.label}
      >
        {props.channel.icon}
      </span>
    );
  }
  return (
    <span
      className="relative h-[30px] self-start max-phone:mt-3"
      style={{ marginBlockStart: props.density === 'relaxed' ? 18 : undefined }}
      data-face
    >
      <span className="relative top-[9px] block max-phone:top-0">
        <Avatar name={props.name} sizePx={32} />
        <span
          className="absolute -end-1.5 -bottom-1.5 grid size-[18px] place-items-center rounded-full bg-surface text-text-2 inset-ring inset-ring-line [&_.lucide]:size-2.5 [&_.lucide]:stroke-[2.2]"
          role="img"
          aria-label={props.channel.label}
          title={props.channel.label}
        >
          {props.channel.icon}
        </span>
      </span>
    </span>
  );
}
