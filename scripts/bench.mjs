// `npm run bench`: loads what is not there yet, measures, prints, and writes docs/reference/bench.md. `--size 10000` for one size.
// `npm run bench -- --browser`: the console in a real browser, into docs/reference/console.md.
// `npm run bench -- --at-once [--minutes 10] [--teammates 200]`: so many at work at once, into docs/reference/at-once.md.
// `npm run bench -- --careers`: the careers site as a visitor meets it, into docs/reference/careers-site.md.
// `npm run bench -- --customers`: lists, search and segments over 200,000 customers, into docs/reference/customers.md.
// `npm run bench -- --delivery`: from a customer's mail to the agent's screen, into docs/reference/delivery.md.
import { newSteps } from '../platform/start/steps.mjs';
import { buildFronts } from './build-fronts.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  const steps = newSteps();
  await ensureInstalled(steps);
  const inBrowser = ['browser', 'delivery', 'careers'].find((name) => process.argv.includes(`--${name}`));
  if (inBrowser) await buildFronts(steps);
  const alone = ['at-once', 'customers'].find((name) => process.argv.includes(`--${name}`));
  const bench = alone ?? inBrowser ?? 'run';
  becomeNode(`bench/${bench}.ts`, process.argv.slice(2));
} catch (error) {
  fail(error);
}
