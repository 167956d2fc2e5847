// `npm run types`: migrates an empty database of its own and writes platform/database/schema.generated.ts from it.
import { becomeNode, checkMachine, ensureInstalled, fail } from './install.mjs';
import { newSteps } from '../platform/start/steps.mjs';

try {
  checkMachine();
  await ensureInstalled(newSteps());
  becomeNode('tests/support/write-types.ts', [], {});
} catch (error) {
  fail(error);
}
