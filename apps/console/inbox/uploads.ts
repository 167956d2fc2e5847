import { newId } from '#platform/ui';
import type { UploadView } from './draft-store.ts';
import { put, type Uploading } from './uploading.ts';

/** The same bound as the server's. */
const uploadLimitBytes = 20 * 1024 * 1024;

/** Sends one file, telling how far it is; `arrived` hears of it once it is kept. */
export function upload(
  key: string,
  conversationId: string | undefined,
  file: File,
  arrived: (view: UploadView) => void,
  id: string = newId(),
): void {
  const request = new XMLHttpRequest();
  const one: Uploading = { id, name: file.name || 'file', sizeBytes: file.size, share: 0, stop: () => stop() };
  const stop = (): void => {
    request.abort();
    put(key, id, undefined);
  };
  put(key, id, one);
  if (file.size > uploadLimitBytes) return put(key, id, { ...one, failed: 'tooLarge' });
  const query = new URLSearchParams({ id, name: one.name.slice(0, 400) });
  if (conversationId !== undefined) query.set('conversationId', conversationId);
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
