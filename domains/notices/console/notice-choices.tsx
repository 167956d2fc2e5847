import { useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Button, newId, SelectField, useAct, useWords, viewKey } from '#platform/ui';
import {
  chooseNotice,
  listNoticeChoices,
  type NoticeChoiceView,
  type NoticeMail,
  noticeMails,
  testNoticeMail,
} from '../contract.ts';
import { noticeWords } from './words.ts';

const PushChoice = lazy(async () => ({ default: (await import('./push-choice.tsx')).PushChoice }));
const mailWord = { none: 'mailNone', 'at-once': 'mailAtOnce', digest: 'mailDigest' } as const;

/** Which kinds of notice you want, each with what it tells, here and by mail. */
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
      {props.choices.map((choice) => {
        const silenced = choice.silencedAt !== null;
        const change = (body: { silenced: boolean; mail?: NoticeMail }): void =>
          choose.mutate({ params: { kind: choice.kind }, body }, { onSettled });
        return (
          <div key={choice.kind} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-2">
            <label className="flex min-h-8 min-w-60 flex-1 items-center gap-2.5 max-phone:min-h-10">
              <input
                type="checkbox"
                className="size-4 accent-brand"
                checked={!silenced}
                disabled={choose.isPending}
                onChange={(event) => change({ silenced: !event.target.checked })}
              />
              {choice.says}
            </label>
            <SelectField<NoticeMail>
              label={t('mailOf', { kind: choice.says })}
              isLabelHeard
              value={choice.mail}
              disabled={silenced || choose.isPending}
              options={noticeMails.map((id) => ({ id, label: t(mailWord[id]) }))}
              onChoose={(mail) => change({ silenced, mail })}
            />
          </div>
        );
      })}
      <MailTest />
      <Suspense>
        <PushChoice />
      </Suspense>
    </fieldset>
  );
}

/** Sends one to oneself, the way notices by mail leave. */
function MailTest(): ReactElement {
  const t = useWords(noticeWords);
  const test = useAct(testNoticeMail);
  const [said, setSaid] = useState('');
  return (
    <p className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
      <Button
        className="max-phone:h-10"
        disabled={test.isPending}
        onClick={() =>
          test.mutate(
            { body: { id: newId() } },
            {
              onSuccess: ({ to }) => setSaid(t('mailTested', { to })),
              onError: (refusal) => setSaid(refusal.problem.title),
            },
          )
        }
      >
        {t('mailTest')}
      </Button>
      <span role="status" className="text-text-3">
        {said || t('mailLead')}
      </span>
    </p>
  );
}
