import { useQueryClient } from '@tanstack/react-query';
import { StickyNote } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import {
  Button,
  ErrorNote,
  fullMomentOf,
  newId,
  TextField,
  useAct,
  useNow,
  usePages,
  useTell,
  useWords,
  whenOf,
} from '#platform/ui';
import {
  type CustomerNoteView,
  listCustomerNotes,
  listMoments,
  removeCustomerNote,
  writeCustomerNote,
} from '../contract.ts';
import { Card } from './card.tsx';
import { customerWords } from './words.ts';

/** What teammates wrote down about a customer; never shown to them, but given to them with all that is known. */
export function NotesCard(props: { readonly customerId: string; readonly mayEdit: boolean }): ReactElement {
  const t = useWords(customerWords);
  const pages = usePages(listCustomerNotes, { params: { id: props.customerId } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Card title={t('notes')}>
      {props.mayEdit && <NoteForm customerId={props.customerId} />}
      {pages.data && rows.length === 0 && !props.mayEdit && <p className="text-text-3">{t('noNotes')}</p>}
      <ul className="flex flex-col gap-2">
        {rows.map((note) => (
          <NoteLine key={note.id} customerId={props.customerId} note={note} mayEdit={props.mayEdit} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}

function useNotesChanged(): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: [listCustomerNotes.path] });
    void client.invalidateQueries({ queryKey: [listMoments.path] });
  };
}

/** A new note, or other words for one that is there. ⌘↵ keeps it. */
function NoteForm(props: {
  readonly customerId: string;
  readonly note?: CustomerNoteView;
  readonly onDone?: () => void;
}): ReactElement {
  const t = useWords(customerWords);
  const { note } = props;
  const [text, setText] = useState(note?.text ?? '');
  const [id, setId] = useState<string>(() => note?.id ?? newId());
  const write = useAct(writeCustomerNote);
  const changed = useNotesChanged();
  const save = (): void => {
    if (text.trim() === '' || write.isPending) return;
    const params = { id: props.customerId, noteId: id };
    const onSuccess = (): void => {
      changed();
      props.onDone?.();
      if (note) return;
      setText('');
      setId(newId());
    };
    write.mutate({ params, body: { text } }, { onSuccess });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <div className="mb-2 flex flex-col gap-2">
      <TextField
        label={t(note ? 'changeNote' : 'newNote')}
        rows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {write.error && <ErrorNote title={write.error.problem.title} detail={write.error.problem.help} />}
      {(text.trim() !== '' || note) && (
        <div className="flex gap-2">
          <Button size="sm" look="primary" disabled={text.trim() === '' || write.isPending} onClick={save}>
            {t('save')}
          </Button>
          {note && (
            <Button size="sm" onClick={props.onDone}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function NoteLine(props: {
  readonly customerId: string;
  readonly note: CustomerNoteView;
  readonly mayEdit: boolean;
}): ReactElement {
  const t = useWords(customerWords);
  const now = useNow();
  const tell = useTell();
  const changed = useNotesChanged();
  const [isEditing, setEditing] = useState(false);
  const remove = useAct(removeCustomerNote);
  const write = useAct(writeCustomerNote);
  const { note } = props;
  const params = { id: props.customerId, noteId: note.id };
  // The line is gone from the screen by then: a promise still hears the answer, the hook's callbacks do not.
  const back = (): void => void write.mutateAsync({ params, body: { text: note.text } }).then(changed);
  const onRemoved = (): void => {
    changed();
    tell({ id: newId(), icon: <StickyNote />, text: t('noteRemoved'), stayMs: 8000, undo: back });
  };
  if (isEditing)
    return (
      <li>
        <NoteForm customerId={props.customerId} note={note} onDone={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="rounded-md border border-note-line bg-note-soft px-3 py-2">
      <p dir="auto" className="break-words whitespace-pre-wrap">
        {note.text}
      </p>
      <footer className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-note-text">
        <bdi>{note.authorName ?? t('us')}</bdi>
        <time title={fullMomentOf(note.changedAt ?? note.writtenAt)}>
          {t(note.changedAt ? 'noteChanged' : 'noteWritten', { when: whenOf(note.changedAt ?? note.writtenAt, now) })}
        </time>
        {props.mayEdit && (
          <span className="ms-auto flex gap-1">
            <Button size="xs" look="ghost" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button
              size="xs"
              look="ghost"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ params }, { onSuccess: onRemoved })}
            >
              {t('remove')}
            </Button>
          </span>
        )}
      </footer>
      {remove.error && <ErrorNote title={remove.error.problem.title} detail={remove.error.problem.help} />}
    </li>
  );
}
