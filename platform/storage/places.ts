import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { S3Driver } from 'flydrive/drivers/s3';
import { notFound } from '#platform/problem';
import { closeFile, openFile, syncFile } from './descriptors.ts';

/** Where files lie. Keys are `<workspace>/<ab>/<sha256>`. */
export interface Place {
  /**
   * Moves a whole, synced local file under its key, and returns when it outlives a power cut there. What is there already
   * is the same; `mayBeThere` says that it is worth a look before bytes are sent far away.
   */
  take(localPath: string, key: string, options?: { readonly mayBeThere?: boolean }): Promise<void>;
  open(key: string): Promise<Readable>;
  read(key: string): Promise<Uint8Array>;
  remove(key: string): Promise<void>;
  removeAll(workspaceId: string): Promise<void>;
}

/** The key of a file: `<workspace>/<ab>/<sha256>`. */
export function keyOf(workspaceId: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[0-9a-f-]{36}$/.test(workspaceId)) throw notFound();
  return `${workspaceId}/${sha256.slice(0, 2)}/${sha256}`;
}

/** Where all files of a workspace lie, and no other's. */
function folderOf(workspaceId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(workspaceId)) throw notFound();
  return `${workspaceId}/`;
}

/** What S3 needs to know. */
export interface BucketSettings {
  readonly bucket: string;
  readonly region: string;
  /** For others than Amazon; addressed by path. */
  readonly endpoint: string | null;
  /** `null`: from the machine, as the AWS tools find them. */
  readonly accessKeyId: string | null;
  readonly secretAccessKey: string | null;
}

/** Files in a folder of this machine. */
export function folder(location: string): Place {
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  return {
    ...reading(disk),
    async take(localPath, key) {
      const path = join(location, key);
      // its folder is there but for the first of some 256
      await rename(localPath, path).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        await mkdir(dirname(path), { recursive: true });
        await rename(localPath, path);
      });
      // The name too must outlive a power cut; flydrive's own move does not say so.
      await syncFolder(dirname(path));
    },
  };
}

/** Files in a bucket. A put there is whole or absent by itself. */
export function bucket(settings: BucketSettings): Place {
  const { endpoint, accessKeyId, secretAccessKey } = settings;
  const disk = new Disk(
    new S3Driver({
      bucket: settings.bucket,
      region: settings.region,
      visibility: 'private',
      // Access lists are off in new buckets and absent elsewhere; private is the standard of both.
      supportsACL: false,
      // Newer checksums are refused by many who speak S3.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    }),
  );
  return {
    ...reading(disk),
    async take(localPath, key, { mayBeThere = false } = {}) {
      if (!mayBeThere || !(await disk.exists(key))) await disk.copyFromFs(localPath, key);
      await rm(localPath);
    },
  };
}

function reading(disk: Disk): Omit<Place, 'take'> {
  // A stream of a missing file would fail only later, when the answer has begun.
  const there = async (key: string): Promise<void> => {
    if (!(await disk.exists(key))) throw notFound();
  };
  return {
    async open(key) {
      await there(key);
      return disk.getStream(key);
    },
    async read(key) {
      await there(key);
      return disk.getBytes(key);
    },
    remove: (key) => disk.delete(key),
    removeAll: (workspaceId) => disk.deleteAll(folderOf(workspaceId)),
  };
}

async function syncFolder(path: string): Promise<void> {
  const opened = await openFile(path, 'r');
  try {
    await syncFile(opened);
  } finally {
    await closeFile(opened);
  }
}
