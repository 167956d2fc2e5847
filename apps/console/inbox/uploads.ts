import { useSyncExternalStore } from 'react';
import { newId } from '#platform/ui';
import type { UploadView } from './draft-store.ts';

/** A file on its way into what is being written. */
export interface Uploading {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** 0 to 1; with `failed` it went no further. */
  readonly share: number;
  readonly failed?: 'tooLarge' | 'failed';
  readonly stop: () => void;
}

/** The same bound as the server's. */
export const uploadLimitBytes = 20 * 1024 * 1024;
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

/** Sends one file, telling how far it is; `arrived` hears of it once it is kept. */
export function upload(key: string, conversationId: string, file: File, arrived: (view: UploadView) => void): void {
  const id = newId();
  const request = new XMLHttpRequest();
  const one: Uploading = { id, name: file.name || 'file', sizeBytes: file.size, share: 0, stop: () => stop() };
  const stop = (): void => {
    request.abort();
    put(key, id, undefined);
  };
  put(key, id, one);
  if (file.size > uploadLimitBytes) return put(key, id, { ...one, failed: 'tooLarge' });
  const query = new URLSearchParams({ id, conversationId, name: one.name.slice(0, 400) });
  if (/^[\w.+-]+\/[\w.+-]+$/.test(file.type)) query.set('mediaType', file.type);
  request.open('POST', `/api/uploads?${query.toString()}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-rapport', 'console');
  request.upload.onprogress = (event) => put(key, id, { ...one, share: event.loaded / Math.max(1, event.total) });
  request.onload = () => {
    if (request.status !== 200) return put(key, id, { ...one, failed: request.status === 413 ? 'tooLarge' : 'failed' });
    put(key, id, undefined);
    arrived(JSON.parse(request.responseText) as UploadView);
  };
  request.onerror = () => put(key, id, { ...one, failed: 'failed' });
  request.send(file);
}

function put(key: string, id: string, next: Uploading | undefined): void {
  const list = running.get(key) ?? none;
  const at = list.findIndex((one) => one.id === id);
  const rest = at < 0 ? list : list.toSpliced(at, 1);
  running.set(key, next === undefined ? rest : rest.toSpliced(at < 0 ? rest.length : at, 0, next));
  for (const listener of listeners) listener();
}
