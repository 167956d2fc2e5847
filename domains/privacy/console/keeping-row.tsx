import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { Button, Dialog, ErrorNote, type Say, useAct, useNow, useWords, whenOf } from '#platform/ui';
import { type KeepingView, listKeepings, setKeeping } from '../contract.ts';
import { keepingWords } from './keeping-words.ts';

type KeepingSay = Say<keyof typeof keepingWords.en>;

/** What is offered, in days; another one that was set by the API stands beside them. */
const offered = [30, 90, 182, 365, 730, 1_095, 1_825, 3_650] as const;

/** One type of thing: for how long it is kept. A shorter time asks once, since what is older goes. */
export function KeepingRow({ keeping }: { readonly keeping: KeepingView }): ReactElement {
  const t = useWords(keepingWords);
  const now = useNow();
  const selectId = useId();
  const client = useQueryClient();
  const [asked, ask] = useState<number>();
  const { mutate, error, isPending } = useAct(setKeeping);
  const set = (days: number | null): void =>
    mutate(
      { params: { type: keeping.type }, body: { days } },
      {
        onSuccess: () => {
          ask(undefined);
          void client.invalidateQueries({ queryKey: [listKeepings.path] });
        },
      },
    );
  const choices = [...new Set([...offered, ...(keeping.days === null ? [] : [keeping.days])])].toSorted(
    (a, b) => a - b,
  );
  const choose = (value: string): void => (value === '' ? set(null) : ask(Number(value)));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-4 py-3 last:border-b-0">
      <label htmlFor={selectId} className="min-w-0 flex-1 basis-56">
        <b className="block font-semibold">{keeping.title}</b>
        <span className="block text-xs text-text-3">{keeping.says}</span>
        <span className="block text-xs text-text-3">{nightOf(keeping, now, t)}</span>
      </label>
      <select
        id={selectId}
        value={keeping.days ?? ''}
        disabled={isPending}
        onChange={(event) => choose(event.target.value)}
        className="h-8 rounded-md border border-line-control bg-surface px-2 max-phone:h-10"
      >
        <option value="">{t('forever')}</option>
        {choices.map((days) => (
          <option key={days} value={days}>
            {spanOf(days, t)}
          </option>
        ))}
      </select>
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      <Dialog
        open={asked !== undefined}
        onClose={() => ask(undefined)}
        title={t('sure', { what: keeping.title, time: spanOf(asked ?? 0, t) })}
        foot={
          <>
            <Button onClick={() => ask(undefined)}>{t('cancel')}</Button>
            <Button look="danger" disabled={isPending} onClick={() => set(asked ?? null)}>
              {t('keepOnly')}
            </Button>
          </>
        }
      >
        <p>{t('sureSays')}</p>
      </Dialog>
    </li>
  );
}

function nightOf({ lastRun, days }: KeepingView, now: number, t: KeepingSay): string {
  if (days === null) return '';
  if (lastRun === null) return t('noNight');
  return t('lastNight', { when: whenOf(lastRun.at, now), removed: lastRun.removed, held: lastRun.held });
}

/** In the largest unit that says it whole. */
function spanOf(days: number, t: KeepingSay): string {
  if (days % 365 === 0 && days > 0) return t('years', { count: days / 365 });
  if (days === 182) return t('months', { count: 6 });
  return t('days', { count: days });
}
