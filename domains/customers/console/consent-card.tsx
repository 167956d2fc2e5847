import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Chip, dateOf, ErrorNote, newId, useAct, usePages, useView, useWords, viewKey } from '#platform/ui';
import { type ConsentView, listConsentHistory, listMoments, readConsent, recordConsent } from '../contract.ts';
import { Card } from './card.tsx';
import { ConsentForm, type ConsentGiven } from './consent-form.tsx';
import { consentWords } from './consent-words.ts';

/** What somebody agreed to, by purpose and way, with where they said so and what proves it; and all they ever said. */
export function ConsentCard(props: { readonly customerId: string; readonly mayEdit: boolean }): ReactElement {
  const t = useWords(consentWords);
  const params = { id: props.customerId as never };
  const { data, error } = useView(readConsent, { params });
  const [isWriting, setWriting] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const { record, isPending, problem } = useRecord(props.customerId);
  const rows = data?.rows ?? [];
  return (
    <Card
      title={t('title')}
      action={
        props.mayEdit && (
          <Button size="sm" look="ghost" aria-expanded={isWriting} onClick={() => setWriting(!isWriting)}>
            <Plus className="size-3.5" />
            {t('record')}
          </Button>
        )
      }
    >
      <p className="mb-1 text-xs text-text-3">
        <bdi>{t('lead')}</bdi>
      </p>
      {error && !data && <ErrorNote title={t('failed')} detail={error.problem.help ?? error.problem.title} />}
      {data && rows.length === 0 && (
        <p className="text-text-3">
          <bdi>{t('none')}</bdi>
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {rows.map((word) => (
          <li key={word.id} className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
            <WordLine word={word} />
            {props.mayEdit && word.state === 'given' && (
              <Button
                size="xs"
                look="ghost"
                className="ms-auto"
                disabled={isPending}
                aria-label={`${t('withdraw')}: ${t(`for-${word.purpose}`)}, ${t(`by-${word.medium}`)}`}
                onClick={() =>
                  record({ ...word, state: 'withdrawn', source: 'customer', evidence: '' }, () => undefined)
                }
              >
                {t('withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
      {isWriting && (
        <ConsentForm
          isPending={isPending}
          onCancel={() => setWriting(false)}
          onSave={(given) => record(given, () => setWriting(false))}
        />
      )}
      {rows.length > 0 && (
        <details className="mt-1 text-sm" onToggle={(event) => setLooking(event.currentTarget.open)}>
          <summary className="min-h-6 cursor-pointer text-text-2">{t('history')}</summary>
          {isLooking && <History customerId={props.customerId} />}
        </details>
      )}
    </Card>
  );
}

/** One word: what for and by which way, whether it was given, when and where, what proves it, who wrote it down. */
function WordLine(props: { readonly word: ConsentView }): ReactElement {
  const t = useWords(consentWords);
  const { word } = props;
  return (
    <span className="min-w-0 flex-1 basis-60">
      <span className="flex flex-wrap items-center gap-2">
        <b className="font-semibold">{t(`for-${word.purpose}`)}</b>
        <span className="text-text-2">{t(`by-${word.medium}`)}</span>
        <Chip tone={word.state === 'given' ? 'ok' : 'warn'}>{t(word.state)}</Chip>
      </span>
      <span className="block text-xs text-text-3">
        <bdi>
          {t('said', { state: t(word.state), date: dateOf(word.saidAt, true), source: t(`from-${word.source}`) })}
          {word.recordedByName !== null && (
            <>
              {', '}
              <bdi>{t('by', { name: word.recordedByName })}</bdi>
            </>
          )}
        </bdi>
      </span>
      {word.evidence !== '' && (
        <span className="block text-xs break-words whitespace-pre-wrap">
          <bdi>{word.evidence}</bdi>
        </span>
      )}
    </span>
  );
}

function History(props: { readonly customerId: string }): ReactElement {
  const t = useWords(consentWords);
  const pages = usePages(listConsentHistory, { params: { id: props.customerId as never } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <ol className="flex flex-col gap-2 py-1">
        {rows.map((word) => (
          <li key={word.id}>
            <WordLine word={word} />
          </li>
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/** Writes a word down; the answer is what counts now. */
function useRecord(customerId: string) {
  const client = useQueryClient();
  const act = useAct(recordConsent);
  const params = { id: customerId as never };
  const record = (given: ConsentGiven, onDone: () => void): void => {
    const { purpose, medium, state, source, evidence } = given;
    const saidAt = 'saidOn' in given ? given.saidOn : undefined;
    const body = { id: newId(), purpose, medium, state, source, evidence, ...(saidAt && { saidAt }) };
    const onSuccess = (now: { readonly rows: readonly ConsentView[] }): void => {
      client.setQueryData(viewKey(readConsent, { params }), now);
      void client.invalidateQueries({ queryKey: [listConsentHistory.path] });
      void client.invalidateQueries({ queryKey: [listMoments.path] });
      onDone();
    };
    act.mutate({ params, body }, { onSuccess });
  };
  return { record, isPending: act.isPending, problem: act.error?.problem };
}
