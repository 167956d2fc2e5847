// `npm run fuzz -- --minutes 60 --seed 1`: made and broken mails through everything that reads mail.
import { newSteps } from '../platform/start/steps.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  await ensureInstalled(newSteps());
  becomeNode('tests/fuzz/run.ts', process.argv.slice(2));
} catch (error) {
  fail(error);
}
