import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from '#platform/database';

/** An empty database of its own for one test file, without the house's tables: the queue makes what it needs. */
export interface TestDatabase extends Database {
  stop(): Promise<void>;
}

/** Makes an empty database in the cluster of the test run; `stop` drops it. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const cluster = process.env['RAPPORT_TEST_DATABASE_URL'];
  if (!cluster) throw new Error('The test run gives no RAPPORT_TEST_DATABASE_URL.');
  const name = `rapport_jobs_${randomBytes(6).toString('hex')}`;
  await inCluster(cluster, `create database ${name}`);
  const database = openDatabase(Object.assign(new URL(cluster), { pathname: `/${name}` }).href);
  return {
    ...database,
    async stop() {
      await database.close();
      await inCluster(cluster, `drop database ${name} with (force)`);
    },
  };
}

async function inCluster(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
