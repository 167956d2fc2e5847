import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What stands before the list for a moment and gives the focus back to it. */
const beforeIt = '[role="dialog"], [role="menu"]';

/**
 * Whether somebody is in the list: the focus is, or is in a dialog or menu that was opened from it. Its rows hold still
 * that long (R9): nothing moves behind what is asked about one of them.
 */
export function useListFocus(isEmpty: boolean): {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly isIn: boolean;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const box = useRef<HTMLDivElement>(null);
  const [isIn, setIn] = useState(false);
  useEffect(() => {
    const onFocus = ({ target }: Event): void => {
      if (!(target instanceof Element)) return;
      if (box.current?.contains(target)) setIn(true);
      else if (!target.closest(beforeIt)) setIn(false);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  // the last row went from under whoever stood on it: they stand on what the list says then, not on the page's body (R6)
  const isLeft = isEmpty && isIn;
  useLayoutEffect(() => {
    if (isLeft && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [isLeft]);
  return { box, isIn, onBlur: ({ relatedTarget }) => relatedTarget === null && setIn(false) };
}
