import { Trash2 } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import { Button, ErrorNote, useWords, type WritingField } from '#platform/ui';
import { say } from '../shell/toasts.tsx';
import { type Draft } from './draft-store.ts';
import { inboxWords } from './words.ts';

/** How long what was discarded can be had back from the toast. */
const discardStayMs = 10_000;

/** Something came while one wrote: nothing was sent, and one says what is to be done. */
export function Guard(props: {
  readonly news: readonly string[];
  readonly onEdit: () => void;
  readonly onDiscard: () => void;
  readonly onSend: (() => void) | undefined;
}): ReactElement {
  const t = useWords(inboxWords);
  return (
    <ErrorNote
      title={t('guardTitle')}
      detail={props.news.join(' · ')}
      action={
        <span className="flex gap-1.5">
          <Button size="sm" onClick={props.onDiscard}>
            {t('discard')}
          </Button>
          <Button size="sm" onClick={props.onEdit}>
            {t('edit')}
          </Button>
          <Button size="sm" look="primary" disabled={props.onSend === undefined} onClick={props.onSend}>
            {t('sendAnyway')}
          </Button>
        </span>
      }
    />
  );
}

/** Empties the field of a reply that was stopped; what stood in it can be had back. */
export function useDiscard(
  conversationId: string,
  writing: {
    readonly read: () => Draft;
    readonly write: (draft: Draft) => void;
    readonly edit: () => void;
    readonly field: RefObject<WritingField | null>;
  },
): () => void {
  const t = useWords(inboxWords);
  return () => {
    const was = writing.read();
    const id = `discarded-${conversationId}`;
    writing.edit();
    writing.write({ text: '', quotes: [] });
    say({ id, icon: <Trash2 />, text: t('discarded'), stayMs: discardStayMs, undo: () => writing.write(was) });
    writing.field.current?.focus();
  };
}
