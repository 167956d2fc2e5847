// `npm run bench`: loads what is not there yet, measures, prints, and writes docs/reference/bench.md. `--size 10000` for one size.
// `npm run bench -- --delivery`: from a customer's mail to the agent's screen, into docs/reference/delivery.md.
import { newSteps } from '../platform/start/steps.mjs';
import { buildFronts } from './build-fronts.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  const steps = newSteps();
  await ensureInstalled(steps);
  const isDelivery = process.argv.includes('--delivery');
  if (isDelivery) await buildFronts(steps);
  becomeNode(isDelivery ? 'bench/delivery.ts' : 'bench/run.ts', process.argv.slice(2));
} catch (error) {
  fail(error);
}
