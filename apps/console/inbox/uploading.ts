import { useSyncExternalStore } from 'react';

/** Why a file does not go along: too large by itself, with the others, or one too many. */
export type NoRoom = 'tooLarge' | 'tooLargeTogether' | 'tooMany';

/** A file on its way into what is being written. */
export interface Uploading {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** 0 to 1; with `failed` it went no further. */
  readonly share: number;
  readonly failed?: NoRoom | 'failed';
  readonly stop: () => void;
}

const running = new Map<string, readonly Uploading[]>();
const none: readonly Uploading[] = [];
const listeners = new Set<() => void>();

/** Files under way into one draft; they go on when one looks at another conversation. */
export function useUploading(key: string): readonly Uploading[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => running.get(key) ?? none,
  );
}

/** The files that are under way into a draft now. */
export function underWay(key: string): readonly Uploading[] {
  return (running.get(key) ?? none).filter(({ failed }) => failed === undefined);
}

/** What is known of one file now; nothing more once it arrived or was stopped. */
export function put(key: string, id: string, next: Uploading | undefined): void {
  const list = running.get(key) ?? none;
  const at = list.findIndex((one) => one.id === id);
  const rest = at < 0 ? list : list.toSpliced(at, 1);
  running.set(key, next === undefined ? rest : rest.toSpliced(at < 0 ? rest.length : at, 0, next));
  for (const listener of listeners) listener();
}
