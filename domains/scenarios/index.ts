import { answer, type Domain, every } from '#platform/domain';
import * as contract from './contract.ts';
import { listScenarios } from './list-scenarios.ts';
import { dropEndedProofs } from './proofs.ts';

export { bank, languageOf, practisedSkills, scenarioOf } from './bank.ts';
export {
  isOwnProof,
  type PracticeState,
  type ProofChoice,
  proofIdFor,
  proofIdOf,
  proofLink,
  readState,
  writeState,
} from './practice-token.ts';
export { dropProof, findProof, findProofs, keepProof, type Proof } from './proofs.ts';
export { allPoints, passPoints, practicePoints, practiceQuestions } from './scorecard.ts';

/** The scenario bank: customer situations for people's practice and for tests of the assistant. */
export const scenarios: Domain = {
  name: 'scenarios',
  needs: ['identity', 'quality'],
  routes: [answer(contract.listScenarios, async (_ctx, { query }) => ({ rows: listScenarios(query) }))],
  jobs: [every('41 3 * * *', 'scenarios.drop-ended-proofs', dropEndedProofs)],
};
