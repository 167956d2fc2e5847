import { useSyncExternalStore } from 'react';

/** Which dialog about the open conversation is asked for; one at a time. */
export type Opened =
  | { readonly kind: 'merge' | 'confide' | 'promise' }
  | { readonly kind: 'split' | 'move'; readonly entryId: string }
  | { readonly kind: 'moveOnto'; readonly entryId: string; readonly toId: string };

let opened: Opened | undefined;
const listeners = new Set<() => void>();

/** Asks for a dialog; it is drawn by the thread it is about. */
export function openDialog(next: Opened | undefined): void {
  opened = next;
  for (const listener of listeners) listener();
}

/** The dialog asked for. */
export function useOpened(): Opened | undefined {
  return useSyncExternalStore(subscribe, () => opened);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
