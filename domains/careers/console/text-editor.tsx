import { listTeammates } from '#domains/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, BookOpenText } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import {
  AppLink,
  Button,
  ErrorNote,
  newId,
  SelectField,
  Skeleton,
  useAct,
  useGo,
  useNow,
  usePages,
  useTell,
  useView,
  useWords,
  viewKey,
  whenOf,
} from '#platform/ui';
import { listTexts, readText, resetText, type TextBody, type TextKind, type TextView, writeText } from '../contract.ts';
import { beginningOf, cleaned } from './text-beginnings.ts';
import { TextFields } from './text-fields.tsx';
import { careersWords } from './words.ts';

const saidMs = 5000;
const rowHeightPx = 60;

/** One text of the catalogue in one language: said anew, with its sources, and every earlier writing of it. */
export function TextEditor(props: {
  readonly kind: string;
  readonly textKey: string;
  readonly lang: string;
}): ReactElement {
  const t = useWords(careersWords);
  const go = useGo();
  const at = { kind: props.kind as TextKind, key: props.textKey, lang: props.lang };
  const asked = useView(readText, { params: at });
  const isNew = asked.error?.problem.status === 404;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <AppLink
        href="/settings/careers/texts"
        label={t('back')}
        current={false}
        className="inline-flex min-h-6 items-center gap-1.5 self-start text-text-2"
      >
        <ArrowLeft className="size-4 rtl:rotate-180" />
        {t('back')}
      </AppLink>
      <SelectField
        label={t('language')}
        value={props.lang}
        options={[
          { id: 'en', label: t('english') },
          { id: 'es', label: t('spanish') },
        ]}
        onChoose={(lang) => go(`/settings/careers/texts/${props.kind}/${props.textKey}/${lang}`)}
      />
      {asked.isPending && <Skeleton rows={5} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {asked.error && !isNew && <ErrorNote title={t('failed')} detail={asked.error.problem.help} />}
      {(asked.data ?? isNew) && (
        <Form
          key={asked.data?.revisions[0]?.id ?? 'as it came'}
          at={at}
          view={asked.data}
          begin={asked.data?.body ?? beginningOf(at.kind)}
        />
      )}
    </div>
  );
}

function Form(props: {
  readonly at: { readonly kind: TextKind; readonly key: string; readonly lang: string };
  readonly view: TextView | undefined;
  readonly begin: TextBody;
}): ReactElement {
  const t = useWords(careersWords);
  const client = useQueryClient();
  const tell = useTell();
  const { at, view } = props;
  const [body, write] = useState(props.begin);
  const save = useAct(writeText);
  const reset = useAct(resetText);
  const icon = <BookOpenText />;
  const problem = (save.error ?? reset.error)?.problem;
  const onSuccess = (now: TextView): void => {
    client.setQueryData(viewKey(readText, { params: at }), now);
    void client.invalidateQueries({ queryKey: [listTexts.path] });
    tell({ id: newId(), icon, text: t('saved'), stayMs: saidMs });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ params: at, body: { body: cleaned(body) } }, { onSuccess });
  };
  const title = body.kind === 'question' ? body.question : body.name;
  return (
    <>
      <h1 className="text-xl" dir="auto">
        {title || at.key}
      </h1>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextFields body={body} onWrite={write} />
        {problem && <ErrorNote title={problem.title} detail={problem.detail ?? problem.help} />}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" disabled={save.isPending}>
            {t('save')}
          </Button>
          {view?.isOwn && (
            <Button disabled={reset.isPending} onClick={() => reset.mutate({ params: at }, { onSuccess })}>
              {t(view.came ? 'reset' : 'remove')}
            </Button>
          )}
        </div>
      </form>
      <History view={view} onRestore={write} />
    </>
  );
}

function History(props: {
  readonly view: TextView | undefined;
  readonly onRestore: (body: TextBody) => void;
}): ReactElement {
  const t = useWords(careersWords);
  const now = useNow();
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const revisions = props.view?.revisions ?? [];
  return (
    <section aria-label={t('history')} className="border-t border-line pt-3">
      <h2 className="text-sm font-semibold">{t('history')}</h2>
      {revisions.length === 0 && <p className="text-text-3">{t('noHistory')}</p>}
      <ol>
        {revisions.map(({ id, body, writtenAt, writtenBy }) => (
          <li key={id} className="flex min-h-9 flex-wrap items-center gap-2">
            <span className="text-text-2">
              {whenOf(writtenAt, now)} <bdi>{people.find((one) => one.id === writtenBy)?.name}</bdi>
              {body === null && ` ${t('wentBack')}`}
            </span>
            {body !== null && (
              <Button size="sm" onClick={() => props.onRestore(body)}>
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
