import { type RefObject, useLayoutEffect } from 'react';
import { listNow } from '../inbox/leave-field.ts';

/**
 * A call comes and goes beside whatever somebody does: its part takes the focus only where that would be nowhere, as
 * after the button that brought it. Nobody who writes is disturbed (R6, R40).
 */
export function useFocusIfNowhere(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>('button, textarea')?.focus();
  }, [box]);
}

/** What goes last, with the focus in it, leaves that to the list. */
export function useFocusToList(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const here = box.current;
    return () => {
      if (here?.contains(document.activeElement)) listNow()?.focus({ preventScroll: true });
    };
  }, [box]);
}
