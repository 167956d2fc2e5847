import * as fs from 'node:fs';
import { promisify } from 'node:util';

/**
 * Files by their numbers, as the system knows them. Handles of `fs/promises` do the same, each as an object that is
 * watched until it is closed; every mail pays for three of them.
 */
export const openFile: (path: string, flags: string, mode?: number) => Promise<number> = promisify(fs.open);
export const closeFile: (file: number) => Promise<void> = promisify(fs.close);
export const syncFile: (file: number) => Promise<void> = promisify(fs.fsync);
const writePart = promisify(fs.write) as unknown as (
  file: number,
  bytes: Uint8Array,
  offset: number,
  length: number,
  position: null,
) => Promise<{ bytesWritten: number }>;

/** Writes all of it at the end of what was written so far. */
export async function writeBytes(file: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) {
    const { bytesWritten } = await writePart(file, bytes, at, bytes.byteLength - at, null);
    at += bytesWritten;
  }
}
