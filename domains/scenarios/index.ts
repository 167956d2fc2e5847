import { answer, type Domain, every } from '#platform/domain';
import * as contract from './contract.ts';
import { listScenarios } from './list-scenarios.ts';
import { dropEndedProofs } from './proofs.ts';

export { bank, languageOf, practisedSkills, scenarioOf } from './bank.ts';
export { proofIdOf, proofLink } from './practice-token.ts';
export { findProof, findProofs, type Proof } from './proofs.ts';

/** The scenario bank: customer situations for people's practice and for tests of the assistant. */
export const scenarios: Domain = {
  name: 'scenarios',
  needs: ['identity', 'quality'],
  routes: [answer(contract.listScenarios, async (_ctx, { query }) => ({ rows: listScenarios(query) }))],
  jobs: [every('41 3 * * *', 'scenarios.drop-ended-proofs', dropEndedProofs)],
};
