import { listTeammates } from '#domains/identity/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, newId, TextField, useAct, useNow, usePages, useWords, viewKey, whenOf } from '#platform/ui';
import { type ApplicationView, noteApplication, readApplication } from '../contract.ts';
import { hiringWords } from './words.ts';

/** What the team wrote of an applicant, oldest first, and the field for the next. */
export function ApplicantNotes(props: { readonly view: ApplicationView }): ReactElement {
  const t = useWords(hiringWords);
  const now = useNow();
  const client = useQueryClient();
  const { view } = props;
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const [text, setText] = useState('');
  const [id, setId] = useState(newId);
  const act = useAct(noteApplication);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    act.mutate(
      { params: { id: view.id as never }, body: { id, text } },
      {
        onSuccess: (whole) => {
          client.setQueryData(viewKey(readApplication, { params: { id: view.id } }), whole);
          setText('');
          setId(newId());
        },
      },
    );
  };
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-text-3">{t('notes')}</h3>
      {view.notes.length === 0 && <p className="mb-2 text-text-3">{t('noNotes')}</p>}
      <ul className="mb-2 flex flex-col gap-2">
        {view.notes.map((note) => (
          <li key={note.id} className="rounded-lg bg-note-soft px-3 py-2">
            <p dir="auto" className="whitespace-pre-wrap">
              {note.text}
            </p>
            <p className="text-xs text-note-text">
              <bdi>{people.find((one) => one.id === note.authorId)?.name}</bdi> {whenOf(note.writtenAt, now)}
            </p>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex flex-col items-start gap-2 [&>label]:w-full">
        <TextField
          label={t('note')}
          hint={t('notesHint')}
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={act.isPending || text.trim() === ''}>
          {t('addNote')}
        </Button>
        {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
      </form>
    </section>
  );
}
