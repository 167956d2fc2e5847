import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

/** Opens or closes the form: the key of the thread and the button of the panel mean the same one. */
export function openSuggestion(open: boolean): void {
  isOpen = open;
  for (const listener of listeners) listener();
}

/** Whether somebody is suggesting now. */
export function useSuggestion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
}
