/** A vitest global setup: forgets the statements of earlier runs, once for all projects of a run. */
import { forgetStatements } from './collector.ts';

const run = globalThis as { rapportForgot?: boolean };

/** Before all tests. */
export function setup(): void {
  if (!run.rapportForgot) forgetStatements();
  run.rapportForgot = true;
}
