import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before the first of the dialogs that are up. */
let outside: (() => void) | undefined;

/**
 * Where the focus is now, to be given back later: to the very place, else to where its pane begins, else to where it was
 * before the dialog that stood around it.
 */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  const pane = before?.closest('[data-pane]');
  const around = before?.closest('[role="dialog"]') ? outside : undefined;
  const giveBack = (): void => {
    const back = before?.isConnected ? before : pane?.querySelector('[data-pane-start]');
    if (back instanceof HTMLElement && back !== document.body) back.focus({ preventScroll: true });
    else around?.();
  };
  if (around === undefined) outside = giveBack;
  return giveBack;
}

/**
 * Of what is up for a while: when it goes, the focus goes back, unless it was put somewhere meanwhile. It is remembered
 * before anything within is drawn, as a field that takes the focus by itself is there sooner than any effect.
 */
export function useFocusBack(): void {
  const [giveBack] = useState(rememberFocus);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === null || document.activeElement === document.body) giveBack();
      });
    },
    [giveBack],
  );
}
