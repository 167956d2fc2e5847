import { lazy, type ReactElement, useState } from 'react';
import { AppLink, Button, ErrorNote, Part, SelectField, useAct, useNow, useWords, whenOf } from '#platform/ui';
import { type ImprovementView, settleImprovement } from '../contract.ts';
import { StateChip } from './state-chip.tsx';
import { useMeId } from './use-me-id.ts';
import { useImprovementsChanged, usePeople } from './use-improvements.ts';
import { improvementWords } from './words.ts';

const OutcomeDialog = lazy(async () => ({ default: (await import('./outcome-dialog.tsx')).OutcomeDialog }));

/** One thing to mend: what, who saw it where, and what becomes of it. */
export function ImprovementRow({ row }: { readonly row: ImprovementView }): ReactElement {
  const t = useWords(improvementWords);
  const now = useNow();
  const { nameOf } = usePeople();
  const said = [
    t('by', { who: nameOf(row.suggestedBy), when: whenOf(row.suggestedAt, now) }),
    ...(row.ownerId === null ? [] : [t('owner', { who: nameOf(row.ownerId) })]),
    ...(row.settledAt === null
      ? []
      : [t('settledBy', { state: t(row.state), who: nameOf(row.settledBy), when: whenOf(row.settledAt, now) })]),
  ];
  return (
    <li className="flex flex-col gap-1.5 border-b border-line py-3.5">
      <span className="flex flex-wrap items-center gap-2">
        <b dir="auto" className="min-w-0 flex-1 basis-60 text-md">
          {row.title || t('erased')}
        </b>
        <StateChip state={row.state} />
        <bdi className="text-xs text-text-2 tabular-nums">{t('shownBy', { count: row.supports })}</bdi>
      </span>
      {row.words !== '' && (
        <p dir="auto" className="whitespace-pre-line text-text-2">
          {row.words}
        </p>
      )}
      {row.outcome !== '' && (
        <p dir="auto" className="border-s-2 border-line ps-2">
          {row.outcome}
        </p>
      )}
      <p className="text-xs text-text-3">
        {t(row.kind)} · {said.join(' · ')}
      </p>
      {row.seenIn.length > 0 && (
        <span className="flex flex-wrap gap-x-3">
          {row.seenIn.map((one) => (
            <AppLink
              key={one.id}
              href={`/inbox/all/${one.id}`}
              label={`#${one.number} ${one.subject}`}
              current={false}
              className="inline-flex min-h-6 max-w-72 items-center truncate text-xs font-semibold text-brand-text"
            >
              <bdi className="truncate">
                #{one.number} {one.subject}
              </bdi>
            </AppLink>
          ))}
        </span>
      )}
      {row.can.includes('settle') && <Acts row={row} />}
    </li>
  );
}

function Acts({ row }: { readonly row: ImprovementView }): ReactElement {
  const t = useWords(improvementWords);
  const me = useMeId();
  const { people } = usePeople();
  const act = useAct(settleImprovement);
  const changed = useImprovementsChanged();
  const [ending, setEnding] = useState<'done' | 'declined'>();
  const isOver = row.state === 'done' || row.state === 'declined';
  const put = (body: Parameters<typeof act.mutate>[0]['body']): void =>
    act.mutate({ params: { id: row.id } as never, body }, { onSuccess: changed });
  const take = (id: string): void => put(id === '' ? { state: 'open' } : { state: 'taken', ownerId: id as never });
  return (
    <div role="group" aria-label={t('actsOn', { title: row.title })} className="flex flex-wrap items-end gap-2">
      {isOver && (
        <Button size="sm" disabled={act.isPending} onClick={() => put({ state: 'open' })}>
          {t('openAgain')}
        </Button>
      )}
      {!isOver && (
        <>
          <SelectField
            label={t('give')}
            value={row.ownerId ?? ''}
            disabled={act.isPending}
            options={[
              { id: '', label: t('nobodyYet') },
              ...people.map(({ id, name }) => ({ id: String(id), label: name })),
            ]}
            onChoose={take}
          />
          {me && row.ownerId !== me && (
            <Button disabled={act.isPending} onClick={() => take(me)}>
              {t('take')}
            </Button>
          )}
          <Button onClick={() => setEnding('done')}>{t('finish')}</Button>
          <Button onClick={() => setEnding('declined')}>{t('decline')}</Button>
        </>
      )}
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      {ending && (
        <Part isAsked>
          <OutcomeDialog row={row} state={ending} onClose={() => setEnding(undefined)} />
        </Part>
      )}
    </div>
  );
}
