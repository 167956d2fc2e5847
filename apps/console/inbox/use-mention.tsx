import { useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { Users } from 'lucide-react';
import { Avatar, cx, useWords, type WritingField } from '#platform/ui';
import { handlesOf, mentionAt } from './mentions.ts';
import { useNamed } from './use-named.ts';
import { inboxWords } from './words.ts';

const mostShown = 6;
const listId = 'mention-list';

/** `@` in a note offers teammates and teams; arrows choose, Enter or Tab puts the name in, Escape closes. */
export function useMention(
  field: RefObject<WritingField | null>,
  isOn: boolean,
  text: string,
  write: (text: string) => void,
) {
  const { named } = useNamed();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const offered = isOn && typed !== undefined ? fitting(named, typed) : [];
  const look = (): void => {
    const box = field.current;
    setTyped(box === null ? undefined : mentionAt(box.value, box.selectionStart));
    setAt(0);
  };
  const choose = (handle: string): void => {
    const box = field.current;
    if (box === null || typed === undefined) return;
    const start = box.selectionStart - typed.length;
    const next = `${text.slice(0, start)}${handle} `;
    write(next + text.slice(box.selectionStart));
    setTyped(undefined);
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(next.length, next.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = offered[at];
    if (chosen === undefined || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen[0]);
    else if (event.key === 'Escape') setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = offered.length > 0;
  const list = isOpen ? <Offered people={offered} at={at} onChoose={choose} /> : null;
  return {
    list,
    look,
    field: {
      onKeyDown,
      onSelect: look,
      ...(isOpen
        ? {
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-activedescendant': `${listId}-${at}`,
          }
        : {}),
    },
  };
}

function fitting(people: Parameters<typeof handlesOf>[0], typed: string) {
  return [...handlesOf(people)]
    .filter(([handle, person]) => `${handle} ${person.name}`.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, mostShown);
}

function Offered(props: {
  readonly people: readonly (readonly [
    string,
    { readonly id: string; readonly name: string; readonly isTeam?: boolean },
  ])[];
  readonly at: number;
  readonly onChoose: (handle: string) => void;
}): ReactElement {
  const t = useWords(inboxWords);
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={t('mention')}
      className="mx-2 mb-1 rounded-md border border-note-line bg-surface p-1"
    >
      {props.people.map(([handle, person], index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are read by the field, which keeps the focus.
        <div
          key={person.id}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.at}
          className={cx(
            'flex h-8 cursor-pointer items-center gap-2 rounded-sm px-2',
            index === props.at && 'bg-selected',
          )}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onChoose(handle)}
        >
          {person.isTeam ? <Users className="size-[18px]" /> : <Avatar name={person.name} sizePx={18} />}
          <bdi>{person.name}</bdi>
          {person.isTeam && <span className="text-xs text-text-3">{t('team')}</span>}
          <bdi className="text-xs text-text-3">@{handle}</bdi>
        </div>
      ))}
    </div>
  );
}
