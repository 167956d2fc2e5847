import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig, readEnvironment } from '#platform/config';
import { backup, createDatabase, findEmbeddedPostgres, restore, startEmbeddedPostgres } from '#platform/database';
import { AlreadyRunning, newSteps } from '#platform/start';
import { applyConfigFile, ConfigFileError, exportConfig, inWords } from './config-file.ts';

const usage = `Usage:
  rapport backup FILE [--without-files]           all data into one file, beside a running server
  rapport restore FILE [--into NAME] [--without-files]
                                                  a backup into the empty database, or into a fresh one named NAME
  rapport config export FILE                      the set-up of a workspace as YAML, without secrets
  rapport config apply FILE [--dry-run]           what a file says, all of it or nothing

The database is that of DATABASE_URL, or the built-in one in DATA_DIR. The set-up goes through a running server:
RAPPORT_URL (http://localhost:3000 where it is not set) with the API key in RAPPORT_KEY.`;

const root = join(import.meta.dirname, '../..');
const steps = newSteps();

/** Words for the person who typed, without a stack. */
class UsageError extends Error {}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const told = [UsageError, ConfigError, ConfigFileError, AlreadyRunning];
  const isTold = told.some((kind) => error instanceof kind);
  process.stderr.write(`\n${isTold || !process.env['DEBUG'] ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function main(words: string[]): Promise<void> {
  const { values, positionals } = readWords(words);
  const [verb, name] = positionals;
  if (values.help || verb === undefined) return steps.line(usage);
  if (verb === 'config') return runConfig(positionals.slice(1), values['dry-run'] ?? false);
  if (verb !== 'backup' && verb !== 'restore') throw new UsageError(`There is no "${verb}".\n\n${usage}`);
  if (name === undefined || positionals.length > 2) throw new UsageError(`Name one file.\n\n${usage}`);

  const file = pathOf(name);
  const config = readConfig(readEnvironment(root));
  const files = values['without-files'] ? undefined : join(config.dataDir, 'files');
  const database = await openTarget(config.databaseUrl, config.dataDir);
  try {
    if (verb === 'backup') await runBackup(database.url, file, files);
    else await runRestore(database.url, file, files, values.into);
  } finally {
    await database.stop();
  }
  // `scripts/rapport.mjs` listens for us; without this the channel to it would keep us waiting.
  process.disconnect?.();
}

function readWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        'without-files': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

/** From where the person stands. */
function pathOf(name: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
}

async function runConfig([verb, name, ...more]: readonly string[], dryRun: boolean): Promise<void> {
  if ((verb !== 'export' && verb !== 'apply') || name === undefined || more.length > 0)
    throw new UsageError(`Say "config export FILE" or "config apply FILE".\n\n${usage}`);
  const key = process.env['RAPPORT_KEY'];
  if (!key)
    throw new UsageError('Set RAPPORT_KEY to an API key with the permission to apply the set-up (Settings, API keys).');
  const server = { url: process.env['RAPPORT_URL'] ?? 'http://localhost:3000', key };
  if (verb === 'export') {
    const count = await exportConfig(server, pathOf(name));
    steps.line(`${count} things in ${name}.`);
  } else {
    const result = await applyConfigFile(server, pathOf(name), dryRun);
    for (const line of inWords(result)) steps.line(line);
    if (result.changes.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
  }
  process.disconnect?.();
}

/** The database that was named, the built-in one that a server runs, or the built-in one started for this alone. */
async function openTarget(url: string | null, dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const running = url ?? (await findEmbeddedPostgres(dataDir));
  if (running) return { url: running, stop: async () => {} };
  return steps.step('Built-in database started', () => startEmbeddedPostgres({ dataDir, log: () => {} }));
}

async function runBackup(url: string, file: string, files: string | undefined): Promise<void> {
  const made = await steps.step('Backup written', (progress) =>
    backup({ url, file, progress, ...(files && existsSync(files) ? { files } : {}) }),
  );
  steps.line(
    `\n  ${made.rows.toLocaleString('en')} rows of ${made.tables} tables and ${made.files} files in ${file} (${(made.bytes / 1e6).toFixed(1)} MB)`,
  );
}

async function runRestore(
  url: string,
  file: string,
  files: string | undefined,
  into: string | undefined,
): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`There is no ${file}.`);
  const target = into === undefined ? url : await createDatabase(url, into);
  const made = await steps.step('Backup restored, counted and compared', (progress) =>
    restore({ url: target, file, progress, ...(files ? { files } : {}) }),
  );
  steps.line(
    `\n  ${made.rows.toLocaleString('en')} rows of ${made.tables} tables and ${made.files} files, as they were on ${made.madeAt}`,
  );
  if (into !== undefined) steps.line(`  They are in the database ${into}.`);
}
