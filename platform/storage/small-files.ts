import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database';
import type { StoredFile } from '#platform/domain';

/** Up to so many bytes lie in their row: most mails without attachments. Larger ones would swell the database for little. */
export const smallLimitBytes = 8 * 1024;
/** Longest wait for a sweep that holds the same file. */
const lockTimeoutMs = 10_000;

/** Bytes that are all here; or those that were read so far, with all of them to be read on. */
export type Gathered = { readonly small: Uint8Array } | { readonly large: Uint8Array | Readable };

/** Reads on until what arrives has ended or is no longer small. A stream that breaks meanwhile throws. */
export async function gather(bytes: Uint8Array | Readable): Promise<Gathered> {
  if (!(bytes instanceof Readable)) return bytes.byteLength > smallLimitBytes ? { large: bytes } : { small: bytes };
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  const arriving: AsyncIterator<string | Uint8Array> = bytes[Symbol.asyncIterator]();
  while (sizeBytes <= smallLimitBytes) {
    const next = await arriving.next();
    if (next.done) return { small: Buffer.concat(pieces) };
    const piece = Buffer.from(next.value);
    pieces.push(piece);
    sizeBytes += piece.byteLength;
  }
  return { large: Readable.from(onwards(pieces, arriving)) };
}

async function* onwards(
  pieces: readonly Buffer[],
  arriving: AsyncIterator<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  try {
    yield* pieces;
    for (let next = await arriving.next(); !next.done; next = await arriving.next()) yield next.value;
  } finally {
    await arriving.return?.();
  }
}

/** What a row says after a put: it holds the bytes, or they belong under their address. */
export interface Placed extends StoredFile {
  readonly isInRow: boolean;
  /** Whether the row was there and fresh already. */
  readonly wasFresh: boolean;
}

/**
 * Writes the row of a file, with its bytes where they are small. It is fresh from then on, so the sweep keeps away from
 * it; where a sweep holds it at this moment, this waits.
 *
 * A row of the last hour is fresh enough and needs no lock; so a verb that has already kept these bytes in its open
 * transaction (one mail, the same picture twice) does not wait for itself.
 */
export async function writeRow(
  db: Kysely<DB>,
  workspaceId: string,
  { sha256, sizeBytes }: StoredFile,
  small: Uint8Array | null,
): Promise<Placed> {
  // One statement that waits by its own bound: every mail pays for each way to the database. And it does not wait for the
  // disk: whatever names these bytes is written behind it into the same log, so it never outlives this row.
  const { rows } = await sql<{ is_in_row: boolean }>`
    with patience as materialized (
      select set_config('lock_timeout', ${`${lockTimeoutMs}`}, true), set_config('synchronous_commit', 'off', true))
    insert into files (workspace_id, sha256, size_bytes, bytes)
    select ${workspaceId}::uuid, ${sha256}, ${sizeBytes}::bigint, ${small}::bytea from patience
    where not exists (
      select from files
      where workspace_id = ${workspaceId}::uuid and sha256 = ${sha256} and stored_at > now() - interval '1 hour')
    on conflict (workspace_id, sha256) do update set stored_at = now()
    returning bytes is not null as is_in_row
  `.execute(db);
  const [written] = rows;
  if (written) return { sha256, sizeBytes, isInRow: written.is_in_row, wasFresh: false };
  const isInRow = small !== null && (await bytesInRow(db, workspaceId, sha256)) !== null;
  return { sha256, sizeBytes, isInRow, wasFresh: true };
}

/** The bytes that lie in a row; null where they lie elsewhere, or nowhere. */
export async function bytesInRow(db: Kysely<DB>, workspaceId: string, sha256: string): Promise<Uint8Array | null> {
  const { rows } = await sql<{ bytes: Uint8Array | null }>`
    select bytes from files where workspace_id = ${workspaceId} and sha256 = ${sha256}
  `.execute(db);
  return rows[0]?.bytes ?? null;
}

/** Address and size of bytes that are all here. */
export function describe(bytes: Uint8Array): StoredFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.byteLength };
}
