import { useSyncExternalStore } from 'react';

/** The batch whose progress is in sight, on whichever list. */
let followed: string | undefined;
const listeners = new Set<() => void>();

/** Shows how far a batch is, from now on; none ends it. */
export function follow(id: string | undefined): void {
  followed = id;
  for (const listener of listeners) listener();
}

/** The batch in sight. */
export function useFollowed(): string | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => followed,
  );
}
