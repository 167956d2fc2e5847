import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/database';
import { cloneDatabase } from './database.ts';
import { writeTypes } from './generate-types.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rapport-types-'));
const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, fsync: false });
try {
  process.env['RAPPORT_TEST_DATABASE_URL'] = postgres.url;
  const { url } = await cloneDatabase();
  writeTypes(url);
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
