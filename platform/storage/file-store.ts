import { mkdir, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database';
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
      try {
        await store(db, place, workspaceId, received);
        return { sha256: received.sha256, sizeBytes: received.sizeBytes };
      } catch (error) {
        await rm(received.path, { force: true });
        throw error;
      }
    },
    open: async (workspaceId, sha256): Promise<Readable> => place.open(keyOf(workspaceId, sha256)),
    read: async (workspaceId, sha256) => place.read(keyOf(workspaceId, sha256)),
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

/**
 * The row first, then the bytes under its name. The row is fresh from then on, so the sweep keeps away from both; where a
 * sweep holds it at this moment, this waits, and puts both there anew.
 *
 * A row of the last hour is fresh enough and needs no lock; so a verb that has already kept these bytes in its open
 * transaction (one mail, the same picture twice) does not wait for itself. Its bytes are put there all the same: whoever
 * wrote the row may have been cut off before theirs were.
 */
async function store(db: Kysely<DB>, place: Place, workspaceId: string, received: ReceivedFile): Promise<void> {
  const { sha256, sizeBytes, path } = received;
  // One statement that waits by its own bound: every mail pays for each way to the database. And it does not wait for the
  // disk: whatever names these bytes is written behind it into the same log, so it never outlives this row.
  const { numAffectedRows } = await sql`
    with patience as materialized (
      select set_config('lock_timeout', ${`${lockTimeoutMs}`}, true), set_config('synchronous_commit', 'off', true))
    insert into files (workspace_id, sha256, size_bytes)
    select ${workspaceId}::uuid, ${sha256}, ${sizeBytes}::bigint from patience
    where not exists (
      select from files
      where workspace_id = ${workspaceId}::uuid and sha256 = ${sha256} and stored_at > now() - interval '1 hour')
    on conflict (workspace_id, sha256) do update set stored_at = now()
  `.execute(db);
  await place.take(path, keyOf(workspaceId, sha256), { mayBeThere: numAffectedRows === 0n });
}
