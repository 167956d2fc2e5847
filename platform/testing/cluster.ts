import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/database';

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's address of the test cluster; a worker clones its own database there. */
    databaseUrl: string;
  }
}

type Shared = { users: number; started: Promise<{ url: string; stop(): Promise<void> }> };

/** Vitest loads this file once for each of its projects; the cluster is one for all of them. */
const place = globalThis as { rapportTestCluster?: Shared };

/**
 * Vitest's global set-up: one PostgreSQL for the whole run, without fsync. A worker finds it by
 * `RAPPORT_TEST_DATABASE_URL` (or `inject('databaseUrl')`) and clones its own database from a template. If that
 * variable is given, the PostgreSQL there is used: any 15 or later, by a user who may create databases.
 */
export async function setup(project: { provide(key: 'databaseUrl', url: string): void }): Promise<() => Promise<void>> {
  place.rapportTestCluster ??= { users: 0, started: startCluster() };
  const shared = place.rapportTestCluster;
  shared.users += 1;
  const { url, stop } = await shared.started;
  process.env['RAPPORT_TEST_DATABASE_URL'] = url;
  project.provide('databaseUrl', url);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await stop();
  };
}

async function startCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['RAPPORT_TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };

  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {}, fsync: false });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
