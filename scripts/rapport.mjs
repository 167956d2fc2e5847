// `npm run rapport -- backup FILE`: begins on the machine's own Node and goes on in Node 24.
import { newSteps } from '../platform/start/steps.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  await ensureInstalled(newSteps(process.stderr));
  // FILE is meant from where the person stands; npm tells where that was.
  becomeNode('apps/cli/main.ts', process.argv.slice(2), { INIT_CWD: process.env.INIT_CWD ?? process.cwd() });
} catch (error) {
  fail(error);
}
