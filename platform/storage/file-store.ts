import { mkdir, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Kysely, sql } from 'kysely';
import { type DB, inTransaction, writeLater } from '#platform/database';
import type { FileStore, Job } from '#platform/domain';
import { keyOf, type Place } from './places.ts';
import { type ReceivedFile, receiveBytes } from './receive-bytes.ts';
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
/** Longest wait for a sweep that holds the same file. */
const lockTimeoutMs = 10_000;

/** Opens the store. */
export async function createFileStore(options: FileStoreOptions): Promise<Storage> {
  const { db, place, arrivals, limitBytes = standardLimitBytes } = options;
  await mkdir(arrivals, { recursive: true });
  await sweepArrivals(arrivals);
  const sweep = (workspaceId: string): Promise<number> => sweepFiles(db, place, workspaceId);

  return {
    sweep,
    async put(workspaceId, bytes, ownLimitBytes = limitBytes) {
      const received = await receiveBytes(arrivals, bytes, Math.min(ownLimitBytes, limitBytes));
      let isTaken = false;
      try {
        isTaken = await store(db, place, workspaceId, received);
        return { sha256: received.sha256, sizeBytes: received.sizeBytes };
      } finally {
        if (!isTaken) await rm(received.path, { force: true });
      }
    },
    open: async (workspaceId, sha256): Promise<Readable> => place.open(keyOf(workspaceId, sha256)),
    read: async (workspaceId, sha256) => place.read(keyOf(workspaceId, sha256)),
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

/**
 * Row and file in one go: the row's lock keeps the sweep away until both are there. Says whether the bytes were taken.
 *
 * Bytes put within the last hour are there for sure and need no lock; so a verb that has already kept them in its open
 * transaction (one mail, the same picture twice) does not wait for itself.
 */
async function store(db: Kysely<DB>, place: Place, workspaceId: string, received: ReceivedFile): Promise<boolean> {
  const { sha256, sizeBytes, path } = received;
  const key = keyOf(workspaceId, sha256);
  return inTransaction(db, async (trx) => {
    await writeLater(trx, sql`select set_config('lock_timeout', ${`${lockTimeoutMs}`}, true)`);
    const { numAffectedRows } = await sql`
      insert into files (workspace_id, sha256, size_bytes)
      select ${workspaceId}::uuid, ${sha256}, ${sizeBytes}::bigint
      where not exists (
        select from files
        where workspace_id = ${workspaceId}::uuid and sha256 = ${sha256} and stored_at > now() - interval '1 hour')
      on conflict (workspace_id, sha256) do update set stored_at = now()
    `.execute(trx);
    if (numAffectedRows === 0n) return false;
    await place.take(path, key);
    return true;
  });
}
