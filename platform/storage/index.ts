/**
 * Storage: the bytes of a workspace by their SHA-256: up to 8 KB in the database, larger ones in a folder or in S3.
 *
 * What always holds:
 * - What stands under an address is whole: bytes are written aside, synced, and moved there, or are in their row.
 * - The same bytes are one file in a workspace, and never the same file in two workspaces.
 * - A file lives as long as rows name it (`keep` in the transaction that names it, `release` in the one that no
 *   longer does); a day after nobody does, the sweep removes it.
 *
 * So a verb: `const file = await files.put(…)` before its transaction, then the row and `keep(ctx, file.sha256)`.
 */
export { keep, release, writeReferences } from './count-references.ts';
export { createFileStore, type FileStoreOptions, type Storage } from './file-store.ts';
export { type BucketSettings, bucket, folder, type Place } from './places.ts';
