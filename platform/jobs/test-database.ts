import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase, startEmbeddedPostgres } from '#platform/database';

/** A real PostgreSQL of its own for one test file, without the house's tables. */
export interface TestDatabase extends Database {
  stop(): Promise<void>;
}

/** Starts a PostgreSQL in a folder that `stop` removes. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rapport-jobs-'));
  const server = await startEmbeddedPostgres({ dataDir, fsync: false, log: () => undefined });
  const database = openDatabase(server.url);
  return {
    ...database,
    async stop() {
      await database.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
