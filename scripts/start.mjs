// `npm start`: begins on the machine's own Node, installs what the lock file names, and goes on in Node 24.
import { newSteps } from '../platform/start/steps.mjs';
import { buildFronts } from './build-fronts.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

const startedAt = Date.now();

try {
  checkMachine();
  const steps = newSteps();
  steps.line('\n  Rapport\n');
  await ensureInstalled(steps);
  await buildFronts(steps);
  becomeNode('apps/server/main.ts', process.argv.slice(2), { RAPPORT_STARTED_AT: String(startedAt) });
} catch (error) {
  fail(error);
}
