import { ArrowDown, ArrowUp } from 'lucide-react';
import { createContext, useContext, useState, type ReactElement, type ReactNode } from 'react';

interface Moving {
  readonly ids: readonly string[];
  readonly move: (id: string, step: 1 | -1) => void;
  readonly words: { readonly up: (title: string) => string; readonly down: (title: string) => string };
}
const MovingContext = createContext<Moving | null>(null);

/** Sections in the order their reader put them in, remembered on this device; unknown ones follow as given (R29). */
export function OrderedSections(props: {
  readonly storageKey: string;
  readonly sections: readonly { readonly id: string; readonly node: ReactNode }[];
  readonly words: Moving['words'];
}): ReactElement {
  const { storageKey, words } = props;
  const [kept, setKept] = useState(() => readOrder(storageKey));
  const ids = inOrder(
    props.sections.map((section) => section.id),
    kept,
  );
  const moving: Moving = {
    ids,
    words,
    move: (id, step) => {
      const at = ids.indexOf(id);
      const other = ids[at + step];
      if (other === undefined) return;
      const next = ids.with(at, other).with(at + step, id);
      localStorage.setItem(storageKey, JSON.stringify(next));
      setKept(next);
    },
  };
  const byId = new Map(props.sections.map((section) => [section.id, section.node]));
  return (
    <MovingContext value={moving}>
      {ids.map((id) => (
        <div key={id}>{byId.get(id)}</div>
      ))}
    </MovingContext>
  );
}

/** Up and down beside a section's title, for those who reach it or point at it. */
export function MoveButtons(props: { readonly id: string; readonly title: string }): ReactElement | null {
  const moving = useContext(MovingContext);
  if (moving === null) return null;
  const at = moving.ids.indexOf(props.id);
  const look =
    'grid size-6 place-items-center rounded-sm text-text-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 disabled:invisible max-phone:size-10 max-phone:opacity-100 [&_.lucide]:size-3';
  return (
    <>
      <button
        type="button"
        className={look}
        aria-label={moving.words.up(props.title)}
        disabled={at <= 0}
        onClick={() => moving.move(props.id, -1)}
      >
        <ArrowUp />
      </button>
      <button
        type="button"
        className={look}
        aria-label={moving.words.down(props.title)}
        disabled={at === moving.ids.length - 1}
        onClick={() => moving.move(props.id, 1)}
      >
        <ArrowDown />
      </button>
    </>
  );
}

/** Those with a place first, in their order; the others after them, as given. */
function inOrder(ids: readonly string[], kept: readonly string[]): readonly string[] {
  const known = kept.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

function readOrder(storageKey: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? (stored as readonly string[]) : [];
  } catch {
    // Not ours to repair: the given order is always right.
    return [];
  }
}
