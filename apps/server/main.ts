import { join } from 'node:path';
import { fillOnce, wantsDemo } from '../../demo/fill-once.ts';
import { type Config, ConfigError, readConfig, readEnvironment } from '#platform/config';
import { startEmbeddedPostgres } from '#platform/database';
import {
  AlreadyRunning,
  boundHeap,
  newSteps,
  newStopping,
  type Steps,
  type Stopping,
  stopOnSignals,
  takeLock,
} from '#platform/start';
import { createLog } from '#platform/log';
import { compose, type Program } from './compose.ts';
import { mountFronts } from './mount-fronts.ts';
import { printAddresses } from './print-addresses.ts';

const root = join(import.meta.dirname, '../..');

/** `npm start`: one process with everything in it, or one role of several against a database elsewhere. */
async function main(): Promise<void> {
  boundHeap();
  const config = readConfig(readEnvironment(root));
  const empty = process.argv.includes('--empty');
  const stopping = newStopping();
  stopOnSignals(stopping);
  const lock = config.databaseUrl && config.role !== 'all' ? null : takeLock(join(config.dataDir, 'rapport.lock'));
  if (lock) stopping.onStop('lock', () => lock.release());
  const steps = newSteps();
  try {
    const program = await start(config, steps, stopping, empty);
    lock?.tell(config.publicUrl);
    await printAddresses(program, config, steps);
  } catch (error) {
    await stopping.stop();
    throw error;
  }
}

async function start(config: Config, steps: Steps, stopping: Stopping, empty: boolean): Promise<Program> {
  const log = createLog({ level: config.logLevel, base: { role: config.role } });
  const databaseUrl =
    config.databaseUrl ?? (await steps.step('Starting the database', () => ownDatabase(config, stopping, log)));
  const program = await steps.step('Bringing the tables up to date', (progress) =>
    compose({
      config,
      databaseUrl,
      log,
      tell: progress,
      mount: (server, { tools, watch }) => mountFronts(server, { tools, watch }, root),
    }),
  );
  stopping.onStop('program', () => program.stop());
  // One of several servers never tells a story of its own: two would tell it twice.
  const tells = config.role === 'all' && !empty && (await wantsDemo(program.database.db));
  if (tells)
    await steps.step('Filling the demo workspace', (tell) => fillOnce({ ...program, db: program.database.db, tell }));
  if (config.role !== 'worker')
    await steps.step('Opening the doors', () => program.serve({ host: config.host, port: config.port }));
  if (config.role !== 'server') await steps.step('Starting the workers', () => program.work());
  return program;
}

async function ownDatabase(config: Config, stopping: Stopping, log: ReturnType<typeof createLog>): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line: string) => log.debug({}, line) });
  stopping.onStop('database', () => postgres.stop());
  void postgres.gaveUp.then(async (error: unknown) => {
    process.stderr.write(`The database stopped and could not be started again: ${String(error)}\n`);
    await stopping.stop();
    process.exit(1);
  });
  return postgres.url;
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof AlreadyRunning;
  process.stderr.write(`\n${known ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
});
