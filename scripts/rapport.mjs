// `npm run rapport -- backup FILE`: begins on the machine's own Node and goes on in Node 24.
import { newSteps } from '../platform/start/steps.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  await ensureInstalled(newSteps(process.stderr));
  becomeNode('apps/cli/main.ts', process.argv.slice(2));
} catch (error) {
  fail(error);
}
