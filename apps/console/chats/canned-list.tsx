import type { ReactElement } from 'react';
import { cx, useWords } from '#platform/ui';
import type { Canned } from './canned.ts';
import { chatWords } from './words.ts';

/** Most shown at once: more letters find the rest. */
const mostShown = 4;

/** Canned answers above the field, in lake: they are quoted, not written. */
export function CannedList(props: {
  readonly offered: readonly Canned[];
  readonly at: number;
  readonly onChoose: (one: Canned) => void;
}): ReactElement {
  const t = useWords(chatWords);
  const from = Math.max(0, props.at - mostShown + 1);
  if (props.offered.length === 0) return <p className="pb-2 text-xs text-text-3">{t('cannedNone')}</p>;
  return (
    <ul aria-label={t('canned')} className="flex flex-col gap-1.5 pb-2">
      {props.offered.slice(from, from + mostShown).map((one, index) => (
        <li key={one.name}>
          <button
            type="button"
            tabIndex={-1}
            aria-current={from + index === props.at ? 'true' : undefined}
            onClick={() => props.onChoose(one)}
            className={cx(
              'flex min-h-7 w-full items-center gap-2 rounded-md border bg-info-soft px-2 text-start text-xs max-phone:min-h-10',
              from + index === props.at ? 'border-info' : 'border-transparent',
            )}
          >
            <span className="kbd">/{one.name}</span>
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {one.text}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
