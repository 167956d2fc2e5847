import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { StoredFile } from '#platform/domain';
import { problem } from '#platform/problem';
import { closeFile, openFile, syncFile, writeBytes } from './descriptors.ts';

/** More bytes than a file may have. */
export const fileTooLarge = problem(
  'file-too-large',
  413,
  'This file is too large',
  'Send a smaller file, or a link to it.',
);

/** Bytes that arrived whole, still under a name of their own. */
export interface ReceivedFile extends StoredFile {
  readonly path: string;
}

/** Writes bytes aside, hashing as they come, and syncs them; whatever goes wrong leaves nothing behind. */
export async function receiveBytes(
  folder: string,
  bytes: Uint8Array | Readable,
  limitBytes: number,
): Promise<ReceivedFile> {
  const path = join(folder, crypto.randomUUID());
  const file = await openFile(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    try {
      for await (const piece of bytes instanceof Readable ? bytes : [bytes]) {
        const chunk: Uint8Array = typeof piece === 'string' ? Buffer.from(piece) : piece;
        sizeBytes += chunk.byteLength;
        if (sizeBytes > limitBytes) throw fileTooLarge({ more: { limitBytes } });
        hash.update(chunk);
        await writeBytes(file, chunk);
      }
      await syncFile(file);
    } finally {
      // once and never again: its number is given to the next that opens one
      await closeFile(file);
    }
    return { path, sha256: hash.digest('hex'), sizeBytes };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
