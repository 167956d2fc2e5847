import type { ReactElement } from 'react';
import { cx, useWords } from '#platform/ui';
import { searchWords } from './words.ts';

const chips = [
  ['is:open', 'fOpen'],
  ['is:closed', 'fClosed'],
  ['is:mine', 'fMine'],
  ['is:unassigned', 'fUnassigned'],
  ['has:file', 'fFile'],
  ['after:30d', 'fMonth'],
] as const;

/** The filters most wanted, as buttons: each puts its words into the field, or takes them out again. */
export function FilterChips(props: { readonly text: string; readonly onText: (text: string) => void }): ReactElement {
  const t = useWords(searchWords);
  const words = props.text.split(/\s+/u).filter(Boolean);
  return (
    <div role="group" aria-label={t('filters')} className="flex flex-wrap gap-1.5">
      {chips.map(([operator, word]) => {
        const isOn = words.includes(operator);
        return (
          <button
            key={operator}
            type="button"
            aria-pressed={isOn}
            title={operator}
            onClick={() =>
              props.onText((isOn ? words.filter((one) => one !== operator) : [...words, operator]).join(' '))
            }
            className={cx(
              'h-7 rounded-full border px-2.5 text-xs font-semibold max-phone:h-10 max-phone:px-3.5',
              isOn ? 'border-brand bg-brand-soft text-brand-text' : 'border-line-2 text-text-2 hover:bg-hover',
            )}
          >
            {t(word)}
          </button>
        );
      })}
    </div>
  );
}
