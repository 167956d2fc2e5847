import type { ReactElement } from 'react';
import { cx, useWords } from '#platform/ui';
import { type Days, periods } from './period.ts';
import { insightsWords } from './words.ts';

/** Over how many days figures are counted. */
export function PeriodChoice(props: { readonly days: Days; readonly onChoose: (days: Days) => void }): ReactElement {
  const t = useWords(insightsWords);
  return (
    <div role="group" aria-label={t('period')} className="flex rounded-md border border-line bg-surface-2 p-0.5">
      {periods
        .toSorted((a, b) => a - b)
        .map((days) => (
          <button
            key={days}
            type="button"
            aria-pressed={days === props.days}
            onClick={() => props.onChoose(days)}
            className={cx(
              'h-7 rounded px-2.5 text-xs font-control',
              days === props.days ? 'bg-surface font-semibold shadow-1' : 'text-text-2',
            )}
          >
            {t('lastDays', { n: days })}
          </button>
        ))}
    </div>
  );
}
