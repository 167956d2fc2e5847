import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { MacroForecast } from '#domains/macros/contract';
import { ask, Button, CheckField, Dialog, ErrorNote, newId, type Refusal, Skeleton, useWords } from '#platform/ui';
import { type BatchAction, previewBatch } from '../contract.ts';
import { MacroActs } from './macro-acts.tsx';
import type { useChosen } from './use-chosen.ts';
import { bulkWords } from './words.ts';

/** A macro that was picked for many. */
export interface PickedMacro {
  readonly macroId: string;
  readonly name: string;
}

/** What a macro will do to all that is chosen, before it does: how many it changes, by which acts, and which it leaves. */
export function MacroPreview(props: {
  readonly picked: PickedMacro;
  readonly chosen: ReturnType<typeof useChosen>;
  readonly onAct: (action: BatchAction) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const { macroId, name } = props.picked;
  const [anyway, setAnyway] = useState(false);
  const { data: seen, error } = useForecast(props.chosen, { macroId, anyway });
  const changes = seen?.changes ?? 0;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('macroTitle', { name })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            // there anew with what was asked for: the focus goes to it, and Enter runs what is seen
            key={String(seen !== undefined)}
            look="primary"
            autoFocus
            disabled={changes === 0}
            onClick={() => props.onAct({ do: 'macro', macroId, ...(anyway ? { anyway } : {}) })}
          >
            {seen ? t('macroRun', { count: changes }) : t('macro')}
          </Button>
        </>
      }
    >
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      {!seen && !error && <Skeleton rows={3} rowHeightPx={28} label={t('counting')} />}
      {seen && (
        <div className="flex flex-col gap-3 text-md">
          <p role="status" className="font-medium tabular-nums">
            <bdi>{t('macroChanges', { count: changes, total: seen.total })}</bdi>
          </p>
          <MacroActs acts={seen.actions} />
          {seen.hasWords && (
            <p className="text-sm text-text-2">
              <bdi>{t('macroWords')}</bdi>
            </p>
          )}
          <LeftAlone seen={seen} />
          {seen.full.length > 0 && (
            <div className="flex flex-col gap-1.5">
              {seen.full.map((one) => (
                <p key={one.teammateId} dir="auto" className="flex items-start gap-1.5 text-sm text-warn-text">
                  <TriangleAlert className="mt-0.5 size-3.5 flex-none" />
                  {t(one.name === '' ? 'macroFullMe' : 'macroFull', { ...one, count: one.over })}
                </p>
              ))}
              <CheckField label={t('macroAnyway')} checked={anyway} onChange={setAnyway} />
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** Asked anew for each opening: what stood there before is no answer for now. What was seen stays while the next comes. */
function useForecast(
  chosen: ReturnType<typeof useChosen>,
  asked: { readonly macroId: string; readonly anyway: boolean },
): { readonly data: MacroForecast | undefined; readonly error: Refusal | null } {
  const [opened] = useState(newId);
  return useQuery<MacroForecast, Refusal>({
    queryKey: [previewBatch.path, opened, asked],
    queryFn: async ({ signal }) =>
      (await ask(previewBatch, { body: { ...chosen.which, ...asked } }, signal)) as MacroForecast,
    placeholderData: (before) => before,
    gcTime: 0,
  });
}

/** Those it leaves as they are: already so, or why not, with the first of them by name. */
function LeftAlone({ seen }: { readonly seen: MacroForecast }): ReactElement | null {
  const t = useWords(bulkWords);
  if (seen.same === 0 && seen.left.length === 0) return null;
  return (
    <section aria-label={t('macroLeft')} className="rounded-md border border-line bg-surface-2 px-3 py-2">
      <h3 className="text-sm font-semibold text-text-2">{t('macroLeft')}</h3>
      <ul className="flex flex-col gap-1.5 text-sm">
        {seen.same > 0 && (
          <li className="tabular-nums">
            <bdi>{t('wereSo', { count: seen.same })}</bdi>
          </li>
        )}
        {seen.left.map(({ why, count, first }) => (
          <li key={why}>
            <bdi className="tabular-nums">{t(`left_${why}`, { count })}</bdi>
            {first.map(({ id, number, subject }) => (
              <span key={id} className="block truncate text-text-3">
                <bdi>#{number}</bdi> <span dir="auto">{subject}</span>
              </span>
            ))}
            {count > first.length && (
              <span className="block text-text-3">{t('andMore', { count: count - first.length })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
