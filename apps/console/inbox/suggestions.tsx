import { BookOpen, Zap } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Kbd, Part, SuggestionBar, useWords, type WritingPlace } from '#platform/ui';
import { sockets } from '../sockets.ts';
import type { Draft } from './draft-store.ts';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

/** What articles and macros offer above the field: quoted from articles, or drawn by who brings it into the place of its own. */
export function Suggestions({
  conversation,
  draft,
  write,
  onBar,
}: {
  /** Is given where pieces of domains draw a bar of theirs. */
  readonly onBar: (place: HTMLElement | null) => void;
  readonly conversation: ConversationView;
  readonly draft: Draft;
  readonly write: (draft: Draft) => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const suggestion = conversation.beside?.suggestion;
  // on a phone the room is for what is written
  if (suggestion === undefined) return <div ref={onBar} className="max-phone:hidden" />;
  const insert = (): void =>
    write({ text: draft.text === '' ? suggestion.text : draft.text, quotes: suggestion.quotes });
  const [macro] = suggestion.macros;
  return (
    <SuggestionBar
      icon={<BookOpen />}
      title={t('quotedTitle', { count: suggestion.quotes.length })}
      detail={macro === undefined ? '' : t('macrosFit', { count: suggestion.macros.length })}
      actions={
        <>
          <Button look="ghost" size="xs" className="text-info-text!" onClick={insert}>
            {t('insert')} <Kbd keys="tab" />
          </Button>
          {macro && (
            <Button look="ghost" size="xs" className="text-info-text!">
              <Zap className="size-3 stroke-2" />
              {macro.title}
            </Button>
          )}
        </>
      }
    />
  );
}

/** What domains bring to whoever writes: each watches the field, and stands below it. */
export function WritingPieces(place: WritingPlace): ReactElement {
  return (
    <Part>
      {sockets.writing.map(({ id, component: Piece }) => (
        <Piece key={id} {...place} />
      ))}
    </Part>
  );
}
