import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactElement,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { cx } from './cx.ts';

/** Most that is offered at once: more letters find the rest. */
const mostOffered = 50;
const tallestListPx = 240;
const narrowestListPx = 260;
const gapPx = 4;

type FieldProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'role'
  | 'aria-autocomplete'
  | 'aria-expanded'
  | 'aria-controls'
  | 'aria-activedescendant'
  | 'autoComplete'
  | 'onClick'
  | 'onBlur'
  | 'onKeyDown'
>;

/**
 * What a field offers, in our own list: arrows go through it, Enter or a press takes one, Escape closes the list and
 * nothing around it. The field spreads `field`, says `open` when its words change, and stands with `list` in one
 * element that holds no other field.
 */
export function useOffers(props: {
  readonly label: string;
  readonly offered: readonly string[];
  readonly text: string;
  readonly onTake: (one: string) => void;
  /** Whose it is, where what is taken says it to nobody. */
  readonly nameOf?: ((one: string) => string) | undefined;
}): { readonly field: FieldProps; readonly open: () => void; readonly list: ReactElement | null } {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const nameOf = props.nameOf ?? ((one: string): string => one);
  const found = matching(props.offered, props.text, nameOf);
  const isShown = isOpen && found.length > 0;
  const chosen = isShown ? found[at] : undefined;
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const take = (one: string): void => {
    props.onTake(one);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      setOpen(true);
      setAt(stepped(at, step, found.length));
    } else if (event.key === 'Enter' && chosen !== undefined) take(chosen);
    else if (event.key === 'Escape' && isShown) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isShown,
      'aria-controls': isShown ? id : undefined,
      'aria-activedescendant': chosen === undefined ? undefined : `${id}-${at}`,
      autoComplete: 'off',
      onClick: () => setOpen(true),
      onBlur: close,
      onKeyDown,
    },
    open: () => {
      setOpen(true);
      setAt(-1);
    },
    list: isShown ? <Offers id={id} label={props.label} found={found} nameOf={nameOf} at={at} onTake={take} /> : null,
  };
}

/** What holds the words; nothing where they are the only one already. Those that begin with them stand first. */
function matching(offered: readonly string[], text: string, nameOf: (one: string) => string): readonly string[] {
  const typed = text.trim().toLowerCase();
  const found = offered.filter((one) => `${one}\n${nameOf(one)}`.toLowerCase().includes(typed));
  if (found.length === 1 && found[0]?.toLowerCase() === typed) return [];
  const begins = (one: string): number =>
    [one, nameOf(one)].some((words) => words.toLowerCase().startsWith(typed)) ? 0 : 1;
  return found.toSorted((one, other) => begins(one) - begins(other)).slice(0, mostOffered);
}

/** Round the list and through the field itself, which is none of it (-1). */
function stepped(at: number, step: number, count: number): number {
  const places = count + 1;
  return ((at + 1 + step + places) % places) - 1;
}

function Offers(props: {
  readonly id: string;
  readonly label: string;
  readonly found: readonly string[];
  readonly nameOf: (one: string) => string;
  readonly at: number;
  readonly onTake: (one: string) => void;
}): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => stayAtField(list.current), []);
  useLayoutEffect(() => {
    if (props.at >= 0) list.current?.children[props.at]?.scrollIntoView({ block: 'nearest' });
  }, [props.at]);
  return (
    <div
      ref={list}
      id={props.id}
      role="listbox"
      aria-label={props.label}
      className="fixed z-60 overflow-y-auto rounded-[9px] border border-line bg-surface p-1 shadow-2"
    >
      {props.found.map((one, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field reads the keys for its options.
        <div
          key={one}
          id={`${props.id}-${place}`}
          role="option"
          aria-selected={place === props.at}
          tabIndex={-1}
          // the focus stays in the field
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(one)}
          className={cx(
            'flex min-h-8 gap-1.5 cursor-pointer items-center rounded-md px-2.5 text-md text-text hover:bg-surface-3 max-phone:min-h-11',
            place === props.at && 'bg-selected',
          )}
        >
          <bdi className="truncate">{props.nameOf(one)}</bdi>
          {props.nameOf(one) !== one && (
            <span className="min-w-0 flex-1 truncate text-sm text-text-3">
              <bdi>{one}</bdi>
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

/** Below its field, or above where there is more room; a dialog that scrolls does not cut it off. */
function stayAtField(list: HTMLElement | null): (() => void) | undefined {
  const field = list?.parentElement?.querySelector('input');
  if (!list || !field) return undefined;
  const place = (): void => {
    const { left, right, top, bottom, width } = field.getBoundingClientRect();
    const widthPx = Math.min(Math.max(width, narrowestListPx), window.innerWidth - 2 * gapPx);
    const startsAt = getComputedStyle(list).direction === 'rtl' ? right - widthPx : left;
    const heightPx = window.visualViewport?.height ?? window.innerHeight;
    const [above, below] = [top - 2 * gapPx, heightPx - bottom - 2 * gapPx];
    const isBelow = below >= Math.min(tallestListPx, list.scrollHeight) || below >= above;
    Object.assign(list.style, {
      left: `${Math.max(gapPx, Math.min(startsAt, window.innerWidth - widthPx - gapPx))}px`,
      width: `${widthPx}px`,
      maxHeight: `${Math.min(tallestListPx, isBelow ? below : above)}px`,
      top: isBelow ? `${bottom + gapPx}px` : '',
      bottom: isBelow ? '' : `${window.innerHeight - top + gapPx}px`,
    });
  };
  place();
  window.addEventListener('resize', place);
  window.addEventListener('scroll', place, true);
  return () => {
    window.removeEventListener('resize', place);
    window.removeEventListener('scroll', place, true);
  };
}
