import { useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { Toast, ToastShelf, uiWords, useCommand, useWords } from '#platform/ui';

/** What to say, and the one way back. Without `stayMs` it stays until dismissed. */
export interface Said {
  readonly id: string;
  readonly icon: ReactElement;
  readonly text: ReactNode;
  readonly stayMs?: number | undefined;
  readonly undo?: (() => void) | undefined;
}

/** Most toasts in view; an older one makes room. */
const mostShown = 3;
let shown: readonly Said[] = [];
const listeners = new Set<() => void>();

/** Says what just happened. The same id takes the place of the one before. */
export function say(said: Said): void {
  set([...shown.filter((other) => other.id !== said.id), said].slice(-mostShown));
}

/** Takes a toast away, for instance when what it could undo has left. */
export function unsay(id: string): void {
  set(shown.filter((other) => other.id !== id));
}

/** The toasts of the whole console; `Z` undoes the newest that can be undone. */
export function Toaster(): ReactElement {
  const t = useWords(uiWords);
  const toasts = useSyncExternalStore(subscribe, () => shown);
  const newest = toasts.findLast((toast) => toast.undo !== undefined);
  const undo = (toast: Said): void => {
    unsay(toast.id);
    toast.undo?.();
  };
  useCommand('undo', () => newest && undo(newest), newest !== undefined);
  return (
    <ToastShelf>
      {toasts.map((toast) => (
        <Toast
          key={toast.id}
          icon={toast.icon}
          text={toast.text}
          stayMs={toast.stayMs}
          dismissLabel={t('dismiss')}
          onGone={() => unsay(toast.id)}
          action={toast.undo && { label: t('undo'), keys: 'z', run: () => undo(toast) }}
        />
      ))}
    </ToastShelf>
  );
}

function set(next: readonly Said[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
