import { useQueryClient } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import { type FormEvent, type ReactElement, useEffect, useId, useState } from 'react';
import {
  Button,
  Dialog,
  ErrorNote,
  Field,
  newId,
  type ThreadPlace,
  useAct,
  useNow,
  useTell,
  useWords,
  whenOf,
} from '#platform/ui';
import { getConversation, makePromise } from '../contract.ts';
import { timeIn } from './promised-time.ts';
import { promiseWords } from './promise-words.ts';

const presets = [
  ['inOneHour', 'in 1 hour'],
  ['endOfDay', '17:00'],
  ['tomorrow', '9:00 tomorrow'],
] as const;

/** A promise picked or typed: what, and by when in words people use. */
export function PromiseDialog(props: { readonly place: ThreadPlace; readonly onClose: () => void }): ReactElement {
  const t = useWords(promiseWords);
  const now = useNow();
  const client = useQueryClient();
  const tell = useTell();
  const form = useId();
  const { place } = props;
  useFocusBack();
  const [id] = useState(newId);
  const [words, setWords] = useState('');
  const [when, setWhen] = useState('');
  const make = useAct(makePromise);
  const at = when.trim() === '' ? undefined : timeIn(when, new Date(now));
  const icon = <Handshake />;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (at === undefined || words.trim() === '') return;
    make.mutate(
      { params: { id: place.conversationId }, body: { id, dueAt: at.toISOString(), words: words.trim() } },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: [getConversation.path] });
          tell({ id, icon, text: t('promised', { when: whenOf(at, now) }), stayMs: 5000 });
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('title')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            disabled={at === undefined || words.trim() === '' || make.isPending}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label={t('what')}
          hint={t('whatHint')}
          autoFocus
          dir="auto"
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Field
          label={t('when')}
          hint={at ? t('thatIs', { when: whenOf(at, now) }) : t('whenHint')}
          problem={when.trim() !== '' && at === undefined ? t('notUnderstood') : undefined}
          value={when}
          onChange={(event) => setWhen(event.target.value)}
        />
        <span className="flex flex-wrap gap-1.5">
          {presets.map(([word, text]) => (
            <Button key={word} size="sm" onClick={() => setWhen(text)}>
              {t(word)}
            </Button>
          ))}
        </span>
        {make.error && <ErrorNote title={make.error.problem.title} detail={make.error.problem.help} />}
      </form>
    </Dialog>
  );
}

/** Nothing leaves the list by a promise: whoever made or left one stands where they stood. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () =>
      void requestAnimationFrame(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      }),
    [before],
  );
}
