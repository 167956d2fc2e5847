// `npm run bench`: loads what is not there yet, measures, prints, and writes docs/reference/bench.md. `--size 10000` for one size.
import { newSteps } from '../platform/start/steps.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  await ensureInstalled(newSteps());
  becomeNode('bench/run.ts', process.argv.slice(2));
} catch (error) {
  fail(error);
}
