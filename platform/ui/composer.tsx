import { Lock } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { radioKeys, radioTabIndex } from './radio-keys.ts';

export type ComposerMode = 'reply' | 'note';

/**
 * The frame one writes in. For a note the whole of it is butter with a lock (R16), so the two can not be mistaken.
 * The field itself is a child: plain today, a rich editor when one is loaded.
 */
export function ComposerFrame(props: {
  readonly mode: ComposerMode;
  readonly label: string;
  readonly noteHint?: string | undefined;
  readonly bar?: ReactNode;
  readonly above?: ReactNode;
  readonly field: ReactNode;
  readonly sources?: ReactNode;
  readonly foot: ReactNode;
}): ReactElement {
  const isNote = props.mode === 'note';
  return (
    <section
      aria-label={props.label}
      data-pane="composer"
      data-scope="composer"
      data-mode={props.mode}
      className={cx(
        'mx-[18px] mb-3.5 flex-none overflow-hidden rounded-lg border shadow-2 max-phone:mx-0 max-phone:mb-0 max-phone:rounded-b-none max-phone:rounded-t-xl max-phone:border-x-0 max-phone:border-b-0',
        isNote ? 'border-note-line bg-note-soft' : 'border-line-2 bg-surface',
      )}
    >
      {isNote ? (
        <div className="flex items-center gap-2 border-b border-note-line px-3 py-1.5 text-xs font-semibold text-note-text">
          <Lock className="size-3.5" />
          {props.noteHint}
        </div>
      ) : (
        props.bar
      )}
      {props.above}
      {props.field}
      {props.sources}
      <div
        className={cx(
          'flex items-center gap-0.5 border-t px-2 pt-1.5 pb-2 max-phone:pb-[max(22px,env(safe-area-inset-bottom))]',
          isNote ? 'border-note-line' : 'border-line',
        )}
      >
        {props.foot}
      </div>
    </section>
  );
}

/** What articles and macros offer, in lake: quoted, nothing rephrased. */
export function SuggestionBar(props: {
  readonly icon: ReactElement;
  readonly title: string;
  readonly detail: string;
  readonly actions: ReactNode;
}): ReactElement {
  return (
    <div className="flex items-center gap-2 border-b border-[color-mix(in_srgb,var(--info)_30%,transparent)] bg-info-soft py-[7px] ps-3 pe-2.5 text-xs text-info-text [&_.lucide]:size-3.5">
      {props.icon}
      <b className="whitespace-nowrap">
        <bdi>{props.title}</bdi>
      </b>
      <span className="min-w-0 flex-1 truncate text-text-2">{props.detail}</span>
      {props.actions}
    </div>
  );
}

/** A sentence quoted from an article, with the number of its source. */
export function Quoted(props: {
  readonly parts: readonly { readonly text: string; readonly source: number }[];
}): ReactElement {
  return (
    <div className="quoted mx-3.5 mb-2 text-md leading-[21px]">
      {props.parts.map((part) => (
        <span key={part.source}>
          <span dir="auto">“{part.text}”</span> <span className="cite">{part.source}</span>{' '}
        </span>
      ))}
    </div>
  );
}

/** A source under the text, opened on its own page. */
export function SourceLink(props: {
  readonly number: number;
  readonly title: string;
  readonly href: string;
}): ReactElement {
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex h-6 max-w-[230px] items-center gap-[5px] rounded-sm border border-line ps-[5px] pe-2 text-xs text-text-2"
    >
      <span className="cite">{props.number}</span>
      <span dir="auto" className="min-w-0 truncate">
        {props.title}
      </span>
    </a>
  );
}

/** Two or more choices of which one holds. */
export function Segments<Id extends string>(props: {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly {
    readonly id: Id;
    readonly label: string;
    readonly icon?: ReactElement | undefined;
    readonly title?: string | undefined;
    readonly more?: ReactElement | undefined;
  }[];
  readonly onChoose: (id: Id) => void;
}): ReactElement {
  const isAny = props.options.some(({ id }) => id === props.value);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus; the keys are theirs.
    <div
      role="radiogroup"
      aria-label={props.label}
      onKeyDown={radioKeys}
      className="inline-flex gap-0.5 rounded-md bg-surface-3 p-0.5"
    >
      {props.options.map((option, at) => (
        <button
          key={option.id}
          type="button"
          role="radio"
          aria-checked={option.id === props.value}
          tabIndex={radioTabIndex(option.id === props.value, at === 0, isAny)}
          title={option.title}
          onClick={() => props.onChoose(option.id)}
          className={cx(
            // on a phone the words alone: with the signs the way to send would not fit beside them
            'flex h-7 min-w-0 items-center gap-1.5 rounded-sm px-2.5 text-xs font-control max-phone:h-[34px] [&_.lucide]:size-3 [&_.lucide]:flex-none [&_.lucide]:stroke-2 max-phone:[&>.lucide:first-child]:hidden',
            option.id === props.value ? 'bg-surface text-text shadow-1' : 'text-text-2',
          )}
        >
          {option.icon}
          <span className="truncate max-phone:max-w-24">{option.label}</span>
          {option.more}
        </button>
      ))}
    </div>
  );
}
