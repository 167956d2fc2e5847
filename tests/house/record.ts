/**
 * A vitest setup file: every worker writes down the statements it runs, for `every-statement.last.ts`. A program that a
 * test starts does the same when it is started with `--import ./tests/house/record.ts`.
 */
import { recordStatements } from './collector.ts';

/** Vitest runs this before each file, also where several files share a process; once a process is enough. */
const place = globalThis as { rapportRecords?: boolean };
if (!place.rapportRecords) {
  place.rapportRecords = true;
  recordStatements();
}
