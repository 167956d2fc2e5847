import { newId } from '#platform/ui';
import type { UploadView } from './draft-store.ts';
import { type NoRoom, put, underWay, type Uploading } from './uploading.ts';

/** The same bounds as the server's: of one file and of all of a message together, and their number. */
const uploadLimitBytes = 20 * 1024 * 1024;
const uploadLimit = 30;

interface Sized {
  readonly sizeBytes: number;
}

/** Whether a message that carries these takes one more; what it does not take is named, and nothing else is lost. */
export function noRoomFor(sizeBytes: number, there: readonly Sized[]): NoRoom | undefined {
  if (sizeBytes > uploadLimitBytes) return 'tooLarge';
  if (there.length >= uploadLimit) return 'tooMany';
  const together = there.reduce((sum, one) => sum + one.sizeBytes, sizeBytes);
  return together > uploadLimitBytes ? 'tooLargeTogether' : undefined;
}

/** Sends one file, telling how far it is; `arrived` hears of it once it is kept. */
export function upload(
  key: string,
  conversationId: string | undefined,
  file: File,
  there: readonly Sized[],
  arrived: (view: UploadView) => void,
  id: string = newId(),
): void {
  const request = new XMLHttpRequest();
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
  const about = { id, name: file.name || 'file', mediaType, sizeBytes: file.size };
  const one: Uploading = { ...about, share: 0, stop: () => stop() };
  const stop = (): void => {
    request.abort();
    put(key, id, undefined);
  };
  const noRoom = noRoomFor(file.size, [...there, ...underWay(key)]);
  put(key, id, noRoom ? { ...one, failed: noRoom } : one);
  if (noRoom) return;
  const query = new URLSearchParams({ id, name: one.name.slice(0, 400) });
  if (conversationId !== undefined) query.set('conversationId', conversationId);
  query.set('mediaType', mediaType);
  request.open('POST', `/api/uploads?${query.toString()}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-rapport', 'console');
  const fail = (why: 'tooLarge' | 'failed'): unknown => put(key, id, { ...one, failed: why });
  request.upload.onprogress = (event) => put(key, id, { ...one, share: event.loaded / Math.max(1, event.total) });
  request.onload = () => {
    if (request.status !== 200) return fail(request.status === 413 ? 'tooLarge' : 'failed');
    const isOfDraft = put(key, id, undefined);
    if (isOfDraft) arrived(JSON.parse(request.responseText) as UploadView);
    return undefined;
  };
  request.onerror = () => fail('failed');
  request.send(file);
}
