import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useAct, useWords, viewKey } from '#platform/ui';
import { chooseNotice, listNoticeChoices, type NoticeChoiceView } from '../contract.ts';
import { noticeWords } from './words.ts';

/** Which kinds of notice you want, each with what it tells. */
export function NoticeChoices(props: { readonly choices: readonly NoticeChoiceView[] }): ReactElement | null {
  const t = useWords(noticeWords);
  const queries = useQueryClient();
  const choose = useAct(chooseNotice);
  const onSettled = (): void => void queries.invalidateQueries({ queryKey: viewKey(listNoticeChoices).slice(0, 1) });
  if (props.choices.length === 0) return null;
  return (
    <fieldset className="flex max-w-[960px] flex-col gap-2 rounded-lg border border-line bg-surface px-4 py-3">
      <legend className="px-1 font-semibold">{t('choices')}</legend>
      <p className="text-text-3">{t('choicesLead')}</p>
      {props.choices.map((choice) => (
        <label key={choice.kind} className="flex min-h-8 items-center gap-2.5">
          <input
            type="checkbox"
            checked={choice.silencedAt === null}
            disabled={choose.isPending}
            onChange={(event) =>
              choose.mutate({ params: { kind: choice.kind }, body: { silenced: !event.target.checked } }, { onSettled })
            }
          />
          {choice.says}
        </label>
      ))}
    </fieldset>
  );
}
