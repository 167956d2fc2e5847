import { Search } from 'lucide-react';
import { type ReactElement, type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Chip } from './chip.tsx';
import { cx } from './cx.ts';
import { rememberFocus } from './focus-back.ts';
import { Kbd } from './kbd.tsx';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly icon: ReactElement;
  readonly run: () => void;
}
export interface PaletteGroup {
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

export interface PaletteProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Local commands first; what the server finds is appended, never put before what is shown (R5). */
  readonly groups: readonly PaletteGroup[];
  /** What "this" is, e.g. the conversation in view. */
  readonly context?: string | undefined;
  readonly words: {
    readonly label: string;
    readonly placeholder: string;
    readonly none: string;
    readonly choose: string;
    readonly run: string;
    readonly next: string;
  };
  readonly onClose: () => void;
}

/** Commands by their words: opens in one frame, keeps the focus in its field, gives it back where it was. */
export function Palette(props: PaletteProps): ReactElement {
  const id = useId();
  const items = props.groups.flatMap((group) => group.items);
  const [chosenId, setChosenId] = useState<string>();
  const found = items.findIndex((item) => item.id === chosenId);
  const at = found === -1 ? 0 : found;
  const chosen = items[at];
  const field = useRef<HTMLInputElement>(null);
  const giveBack = useGivenBack(field);
  const chosenRow = chosen && `${id}-${chosen.id}`;
  useEffect(() => {
    if (chosenRow !== undefined) document.getElementById(chosenRow)?.scrollIntoView({ block: 'nearest' });
  }, [chosenRow]);

  const move = (by: number): void => setChosenId(items[(at + by + items.length) % Math.max(1, items.length)]?.id);
  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    // before it is run: what it puts the focus on keeps it
    giveBack();
    props.onClose();
    item.run();
  };
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => run(chosen),
      Escape: props.onClose,
      Tab: () => undefined,
    };
    const act = step[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    // A press beside the palette closes it, as does Escape in the field, so the pointer has no other use here.
    <div
      className="fixed inset-0 z-60 grid items-start justify-items-center bg-[color-mix(in_srgb,var(--overlay)_34%,transparent)] pt-[120px] max-phone:pt-3"
      onPointerDown={(event) => event.target === event.currentTarget && props.onClose()}
    >
      <div
        role="dialog"
        aria-modal="true"
        aria-label={props.words.label}
        className="w-[min(640px,calc(100vw-24px))] overflow-hidden rounded-[14px] border border-line bg-surface shadow-3"
      >
        <div className="flex h-[54px] items-center gap-2.5 border-b border-line px-4">
          <Search className="size-[18px] text-text-3" />
          <input
            ref={field}
            role="combobox"
            aria-expanded="true"
            aria-controls={id}
            aria-activedescendant={chosenRow}
            aria-autocomplete="list"
            aria-label={props.words.label}
            placeholder={props.words.placeholder}
            value={props.text}
            onChange={(event) => props.onText(event.target.value)}
            onKeyDown={onKey}
            className="min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-text-3"
          />
          {props.context && <Chip tone="outline">{props.context}</Chip>}
          <Kbd keys="escape" />
        </div>
        <div
          id={id}
          role="listbox"
          aria-label={props.words.label}
          className="max-h-[min(420px,60vh)] overflow-y-auto pb-2"
        >
          {items.length === 0 && (
            <p className="px-4 py-6 text-md text-text-3">
              <bdi>{props.words.none}</bdi>
            </p>
          )}
          {props.groups.map(
            (group) =>
              group.items.length > 0 && (
                <div key={group.title} role="group" aria-label={group.title}>
                  <div className="px-4 pt-2.5 pb-1 text-xs font-semibold text-text-3" aria-hidden="true">
                    {group.title}
                  </div>
                  {group.items.map((item) => (
                    <PaletteRow
                      key={item.id}
                      id={`${id}-${item.id}`}
                      item={item}
                      text={props.text}
                      isChosen={item === chosen}
                      onPress={() => run(item)}
                      onPoint={() => setChosenId(item.id)}
                    />
                  ))}
                </div>
              ),
          )}
        </div>
        <div className="flex items-center gap-3.5 border-t border-line bg-surface-2 px-4 py-[9px] text-xs text-text-3 max-phone:hidden">
          <span className="flex items-center gap-1">
            <Kbd keys="arrowup arrowdown" apart /> {props.words.choose}
          </span>
          <span className="flex items-center gap-1">
            <Kbd keys="enter" /> {props.words.run}
          </span>
          <span className="flex-1" />
          {chosen?.keys && (
            <span className="flex items-center gap-1">
              <bdi>{props.words.next}</bdi> <Kbd keys={chosen.keys} apart />
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

/** Takes the focus to the field, and gives it back where it was: when asked to, else at the end. */
function useGivenBack(field: RefObject<HTMLInputElement | null>): () => void {
  const before = useRef<(() => void) | undefined>(undefined);
  const giveBack = useCallback((): void => {
    before.current?.();
    before.current = undefined;
  }, []);
  useEffect(() => {
    before.current = rememberFocus();
    field.current?.focus();
    return giveBack;
  }, [field, giveBack]);
  return giveBack;
}

function PaletteRow(props: {
  readonly id: string;
  readonly item: PaletteItem;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
  readonly onPoint: () => void;
}): ReactElement {
  const { item } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field reads the keys for its options.
    <div
      id={props.id}
      role="option"
      aria-selected={props.isChosen}
      tabIndex={-1}
      onPointerMove={props.isChosen ? undefined : props.onPoint}
      onClick={props.onPress}
      className={cx(
        'mx-1.5 flex h-[38px] cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-md max-phone:h-11',
        props.isChosen && 'bg-selected',
      )}
    >
      <span className="text-text-3">{item.icon}</span>
      <span className="min-w-0 truncate">
        <Marked label={item.label} text={props.text} />{' '}
        {item.detail && <span className="text-text-3">{item.detail}</span>}
      </span>
      <span className="flex-1" />
      {item.hint && <bdi className="text-xs text-text-3">{item.hint}</bdi>}
      {item.keys && <Kbd keys={item.keys} />}
    </div>
  );
}

/** The part of the label that was typed, in pine. */
function Marked(props: { readonly label: string; readonly text: string }): ReactElement {
  const typed = props.text.trim();
  const at = typed === '' ? -1 : props.label.toLowerCase().indexOf(typed.toLowerCase());
  if (at === -1) return <span dir="auto">{props.label}</span>;
  return (
    <span dir="auto">
      {props.label.slice(0, at)}
      <b className="font-[700] text-brand-text">{props.label.slice(at, at + typed.length)}</b>
      {props.label.slice(at + typed.length)}
    </span>
  );
}
