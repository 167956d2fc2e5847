import { Check } from 'lucide-react';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import {
  Button,
  Dialog,
  ErrorNote,
  Field,
  newId,
  SelectField,
  TextField,
  type ThreadPlace,
  useAct,
  usePages,
  useTell,
  useWords,
} from '#platform/ui';
import {
  type ImprovementView,
  improvementKinds,
  listImprovements,
  suggestImprovement,
  supportImprovement,
} from '../contract.ts';
import { useImprovementsChanged } from './use-improvements.ts';
import { improvementWords } from './words.ts';

/** Most of what was suggested before that is offered while one writes. */
const similarLimit = 3;

/** Says what should be mended; what was suggested before is offered by its words, so that it is counted, not written again. */
export function SuggestDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement {
  const t = useWords(improvementWords);
  const form = useId();
  const [id] = useState(newId);
  const [kind, setKind] = useState<ImprovementView['kind']>('article');
  const [title, setTitle] = useState('');
  const [words, setWords] = useState('');
  const suggest = useAct(suggestImprovement);
  const done = useDone(props.onClose);
  const isWhole = title.trim() !== '' && !suggest.isPending;
  const params = { conversationId: props.place.conversationId } as never;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) suggest.mutate({ params, body: { id, kind, title, words } }, { onSuccess: () => done('suggested') });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('suggestFrom', { number: props.place.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={!isWhole}>
            {t('send')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label={t('what')}
          autoFocus
          dir="auto"
          maxLength={160}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Similar place={props.place} typed={title} onCounted={() => done('counted')} />
        <SelectField
          label={t('kind')}
          value={kind}
          options={improvementKinds.map((one) => ({ id: one, label: t(one) }))}
          onChoose={setKind}
        />
        <TextField
          label={t('more')}
          dir="auto"
          maxLength={4_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p className="text-text-3">{t('readByMore')}</p>
        {suggest.error && <ErrorNote title={suggest.error.problem.title} detail={suggest.error.problem.help} />}
      </form>
    </Dialog>
  );
}

/** What most conversations of this brand show already, by the words typed so far. */
function Similar(props: {
  readonly place: ThreadPlace;
  readonly typed: string;
  readonly onCounted: () => void;
}): ReactElement | null {
  const t = useWords(improvementWords);
  const { brandId, conversationId } = props.place;
  const act = useAct(supportImprovement);
  const open = usePages(listImprovements, { query: { state: 'open', brandId } as never });
  const taken = usePages(listImprovements, { query: { state: 'taken', brandId } as never });
  const all = [open, taken].flatMap(({ data }) => data?.pages.flatMap((page) => page.rows) ?? []);
  const rows = alike(all, props.typed);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('similar')} className="flex flex-col gap-1.5">
      <h3 className="text-xs font-semibold text-text-2">{t('similar')}</h3>
      <ul className="flex flex-col gap-1.5">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <span dir="auto">{row.title}</span>{' '}
              <bdi className="text-xs text-text-3">{t('shownBy', { count: row.supports })}</bdi>
            </span>
            <Button
              size="sm"
              aria-label={t('thisTooOne', { title: row.title })}
              disabled={act.isPending}
              onClick={() =>
                act.mutate({ params: { id: row.id, conversationId } as never }, { onSuccess: props.onCounted })
              }
            >
              {t('thisToo')}
            </Button>
          </li>
        ))}
      </ul>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </section>
  );
}

/** Those that share most words with what is typed; what most show while nothing is. */
function alike(rows: readonly ImprovementView[], typed: string): readonly ImprovementView[] {
  const asked = wordsOf(typed);
  const shared = (row: ImprovementView): number => wordsOf(row.title).filter((word) => asked.includes(word)).length;
  return rows
    .filter((row) => row.title !== '' && (asked.length === 0 || shared(row) > 0))
    .toSorted((one, other) => shared(other) - shared(one) || other.supports - one.supports)
    .slice(0, similarLimit);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

function useDone(close: () => void): (word: 'suggested' | 'counted') => void {
  const t = useWords(improvementWords);
  const tell = useTell();
  const changed = useImprovementsChanged();
  return (word) => {
    changed();
    close();
    tell({ id: newId(), icon: <Check />, text: t(word) });
  };
}
