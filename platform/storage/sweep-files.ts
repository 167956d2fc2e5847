import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database';
import { keyOf, type Place } from './places.ts';

/** Files removed in one transaction, and transactions in one sweep. */
const pageFiles = 50;
const mostPages = 200;
/** An upload that took longer than this was cut off. */
const arrivalLimitMs = 24 * 3_600_000;

/** Removes the files of a workspace that nothing has named for a day. */
export async function sweepFiles(db: Kysely<DB>, place: Place, workspaceId: string): Promise<number> {
  let removed = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const count = await sweepPage(db, place, workspaceId);
    removed += count;
    if (count < pageFiles) break;
  }
  return removed;
}

/**
 * The rows stay locked until their files are gone, so a put of the same bytes waits and then stores them anew; small
 * ones go with their row. A cut between file and commit leaves a row without its file; the next put of these bytes
 * brings it back, the next sweep takes the row.
 */
async function sweepPage(db: Kysely<DB>, place: Place, workspaceId: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ sha256: string; is_in_row: boolean }>`
      select sha256, bytes is not null as is_in_row from files
      where workspace_id = ${workspaceId} and ref_count = 0 and stored_at < now() - interval '1 day'
      order by stored_at limit ${pageFiles} for update skip locked
    `.execute(trx);
    for (const { sha256, is_in_row } of rows) if (!is_in_row) await place.remove(keyOf(workspaceId, sha256));
    await sql`
      delete from files where workspace_id = ${workspaceId} and sha256 = any(${rows.map(({ sha256 }) => sha256)}::text[])
    `.execute(trx);
    return rows.length;
  });
}

/** Removes what was cut off while it arrived. */
export async function sweepArrivals(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > arrivalLimitMs) await rm(path, { force: true });
  }
}
