// `npm run corpus`: what we read in others' mails beside what they expect, into docs/reference/mail-corpus.md.
import { newSteps } from '../platform/start/steps.mjs';
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';

try {
  checkMachine();
  await ensureInstalled(newSteps());
  becomeNode('tests/corpus/run.ts', process.argv.slice(2));
} catch (error) {
  fail(error);
}
