import { mkdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database';
import type { FileStore, Job } from '#platform/domain';
import { keyOf, type Place } from './places.ts';
import { fileTooLarge, type ReceivedFile, receiveBytes } from './receive-bytes.ts';
import { bytesInRow, describe, gather, type Placed, writeRow } from './small-files.ts';
import { sweepArrivals, sweepFiles } from './sweep-files.ts';

export interface FileStoreOptions {
  readonly db: Kysely<DB>;
  readonly place: Place;
  /** Where bytes are written while they arrive; for a folder place, on the same disk. */
  readonly arrivals: string;
  readonly limitBytes?: number;
}

/** The file store with its upkeep. */
export interface Storage extends FileStore {
  /** Removes what nothing has named for a day; says how many files. */
  sweep(workspaceId: string): Promise<number>;
  /** The sweep as a job by the clock, once a night in each workspace. */
  readonly sweepJob: Job;
}

/** Mail hosts end at 25 to 50 MB; recordings of calls are larger. */
const standardLimitBytes = 100 * 1024 * 1024;

/** Opens the store. */
export async function createFileStore(options: FileStoreOptions): Promise<Storage> {
  const { db, place, arrivals, limitBytes = standardLimitBytes } = options;
  await mkdir(arrivals, { recursive: true });
  await sweepArrivals(arrivals);
  const sweep = (workspaceId: string): Promise<number> => sweepFiles(db, place, workspaceId);

  return {
    sweep,
    async put(workspaceId, bytes, ownLimitBytes = limitBytes) {
      const limit = Math.min(ownLimitBytes, limitBytes);
      const gathered = await gather(bytes);
      const written = 'small' in gathered ? await putSmall(db, workspaceId, gathered.small, limit) : null;
      if (written?.isInRow) return { sha256: written.sha256, sizeBytes: written.sizeBytes };
      const received = await receiveBytes(arrivals, 'small' in gathered ? gathered.small : gathered.large, limit);
      try {
        await store(db, place, workspaceId, received);
        return { sha256: received.sha256, sizeBytes: received.sizeBytes };
      } catch (error) {
        await rm(received.path, { force: true });
        throw error;
      }
    },
    async open(workspaceId, sha256) {
      const key = keyOf(workspaceId, sha256);
      const small = await bytesInRow(db, workspaceId, sha256);
      return small ? Readable.from([small]) : place.open(key);
    },
    async read(workspaceId, sha256) {
      const key = keyOf(workspaceId, sha256);
      return (await bytesInRow(db, workspaceId, sha256)) ?? place.read(key);
    },
    dropAll: (workspaceId) => place.removeAll(workspaceId),
    sweepJob: {
      name: 'storage.sweep',
      cron: '23 3 * * *',
      limitSeconds: 600,
      async run(_tools, { workspaceId }) {
        await sweep(workspaceId);
        await sweepArrivals(arrivals);
      },
    },
  };
}

/** A file of an earlier version may lie under its address although it is small: then its row says so, and it stays there. */
async function putSmall(db: Kysely<DB>, workspaceId: string, bytes: Uint8Array, limitBytes: number): Promise<Placed> {
  if (bytes.byteLength > limitBytes) throw fileTooLarge({ more: { limitBytes } });
  return writeRow(db, workspaceId, describe(bytes), bytes);
}

/**
 * The row first, then the bytes under its name: where a sweep holds the row at this moment this waits, and puts both
 * there anew. The bytes are put there though the row is fresh: whoever wrote it may have been cut off before theirs were.
 */
async function store(db: Kysely<DB>, place: Place, workspaceId: string, received: ReceivedFile): Promise<void> {
  const { wasFresh } = await writeRow(db, workspaceId, received, null);
  await place.take(received.path, keyOf(workspaceId, received.sha256), { mayBeThere: wasFresh });
}
