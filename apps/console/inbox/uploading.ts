import { useSyncExternalStore } from 'react';

/** Why a file does not go along: too large by itself, with the others, or one too many. */
export type NoRoom = 'tooLarge' | 'tooLargeTogether' | 'tooMany';

/** A file on its way into what is being written. */
export interface Uploading {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** 0 to 1; with `failed` it went no further. */
  readonly share: number;
  readonly failed?: NoRoom | 'failed';
  readonly stop: () => void;
}

const running = new Map<string, readonly Uploading[]>();
const none: readonly Uploading[] = [];
/** Files that left the field with their message before they had arrived, and who waits for them. */
const handedOver = new Map<string, (hasArrived: boolean) => void>();
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

/** What is known of one file now; nothing more once it arrived or was stopped. False for one that left with its message. */
export function put(key: string, id: string, next: Uploading | undefined): boolean {
  const settle = handedOver.get(id);
  if (settle !== undefined) {
    if (next === undefined || next.failed !== undefined) settle(next === undefined);
    return false;
  }
  const list = running.get(key) ?? none;
  const at = list.findIndex((one) => one.id === id);
  const rest = at < 0 ? list : list.toSpliced(at, 1);
  keep(key, next === undefined ? rest : rest.toSpliced(at < 0 ? rest.length : at, 0, next));
  return true;
}

/**
 * Lets the files under way into a draft go with its message: as they will stand in it, and the ids of those that did
 * not arrive in the end. Nothing to wait for where none are.
 */
export function handOver(key: string): {
  readonly coming: readonly Pick<Uploading, 'id' | 'name' | 'mediaType' | 'sizeBytes'>[];
  readonly arrival?: Promise<ReadonlySet<string>> | undefined;
} {
  const leaving = underWay(key);
  if (leaving.length === 0) return { coming: none };
  const missing = new Set<string>();
  const arrivals = leaving.map(
    ({ id }) =>
      new Promise<void>((done) => {
        handedOver.set(id, (hasArrived) => {
          handedOver.delete(id);
          if (!hasArrived) missing.add(id);
          done();
        });
      }),
  );
  keep(key, none);
  const coming = leaving.map(({ id, name, mediaType, sizeBytes }) => ({ id, name, mediaType, sizeBytes }));
  return { coming, arrival: Promise.all(arrivals).then(() => missing) };
}

/** What was refused is gone with the message that left without it. */
export function dropRefused(key: string): void {
  keep(key, underWay(key));
}

function keep(key: string, list: readonly Uploading[]): void {
  running.set(key, list);
  for (const listener of listeners) listener();
}
