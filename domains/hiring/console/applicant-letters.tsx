import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import {
  Button,
  Chip,
  ErrorNote,
  Field,
  newId,
  SelectField,
  TextField,
  ask,
  useAct,
  useNow,
  useWords,
  viewKey,
  whenOf,
} from '#platform/ui';
import { type ApplicationView, draftLetter, type LetterView, readApplication, writeLetter } from '../contract.ts';
import { hiringWords } from './words.ts';

const kinds = ['own', 'invited', 'declined'] as const;
const empty = { subject: '', text: '' };

/** What was written to and by the applicant, and the way to write: seen by who hires and by them alone. */
export function ApplicantLetters(props: { readonly view: ApplicationView }): ReactElement {
  const t = useWords(hiringWords);
  const { view } = props;
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-text-3">{t('letters')}</h3>
      <p className="mb-2 text-xs text-text-3">{t('lettersSay')}</p>
      {view.letters.length === 0 && <p className="mb-2 text-text-3">{t('noLetters')}</p>}
      <ol className="mb-3 flex flex-col gap-2">
        {view.letters.map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </ol>
      <Write view={view} />
    </section>
  );
}

function Letter(props: { readonly letter: LetterView }): ReactElement {
  const t = useWords(hiringWords);
  const now = useNow();
  const { letter } = props;
  const tone = letter.outcome === 'sent' ? 'ok' : 'warn';
  return (
    <li
      className={`rounded-lg border border-line px-3 py-2 ${letter.direction === 'in' ? 'bg-surface-2' : 'bg-surface'}`}
    >
      <details open={letter.direction === 'in'}>
        <summary className="flex min-h-6 cursor-pointer flex-wrap items-center gap-1.5">
          <span className="min-w-0 flex-1 font-semibold" dir="auto">
            {letter.direction === 'in' ? t('theyWrote') : letter.subject}
          </span>
          {letter.direction === 'out' && (
            <Chip tone={letter.outcome === null ? 'outline' : tone}>{t(`mail-${letter.outcome ?? 'waits'}`)}</Chip>
          )}
          <span className="text-xs text-text-3">{whenOf(letter.writtenAt, now)}</span>
        </summary>
        <p dir="auto" className="mt-1 whitespace-pre-wrap">
          {letter.text}
        </p>
        {letter.outcome !== null && letter.outcome !== 'sent' && (
          <p className="mt-1 text-xs text-warn-text" dir="auto">
            {letter.outcomeSays} {t('onTheirPage')}
          </p>
        )}
      </details>
    </li>
  );
}

function Write(props: { readonly view: ApplicationView }): ReactElement {
  const t = useWords(hiringWords);
  const client = useQueryClient();
  const { view } = props;
  const [kind, setKind] = useState<(typeof kinds)[number]>('own');
  const [written, write] = useState(empty);
  const [id, setId] = useState(newId);
  const act = useAct(writeLetter);
  const choose = async (chosen: (typeof kinds)[number]): Promise<void> => {
    setKind(chosen);
    if (chosen === 'own') return;
    const draft = await ask(draftLetter, { params: { id: view.id, kind: chosen } });
    write(draft as typeof empty);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    act.mutate(
      { params: { id: view.id as never }, body: { id, kind, ...written } },
      {
        onSuccess: (whole) => {
          client.setQueryData(viewKey(readApplication, { params: { id: view.id } }), whole);
          write(empty);
          setKind('own');
          setId(newId());
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <SelectField
        label={t('template')}
        value={kind}
        options={kinds.map((one) => ({ id: one, label: t(`letter-${one}`) }))}
        onChoose={(chosen) => void choose(chosen)}
      />
      <Field
        label={t('subject')}
        required
        dir="auto"
        maxLength={200}
        value={written.subject}
        onChange={(event) => write({ ...written, subject: event.target.value })}
      />
      <TextField
        label={t('letterText')}
        hint={t('letterHint')}
        required
        rows={5}
        maxLength={10_000}
        value={written.text}
        onChange={(event) => write({ ...written, text: event.target.value })}
      />
      <Button
        type="submit"
        className="self-start"
        disabled={act.isPending || written.subject.trim() === '' || written.text.trim() === ''}
      >
        {t('sendLetter')}
      </Button>
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </form>
  );
}
