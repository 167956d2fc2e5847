import { answer, type Domain } from '#platform/domain';
import * as contract from './contract.ts';
import { listResults } from './list-results.ts';
import { es } from './said.es.ts';

export { fullPoints, pointsOf } from './points.ts';
export { type NewScorecard, publishScorecard } from './publish-scorecard.ts';
export { type NewResult, recordResult } from './record-result.ts';

/** Scorecards and their results: how work was done, as evidence stored once. */
export const quality: Domain = {
  name: 'quality',
  needs: ['identity', 'teams'],
  said: { es },
  permissions: [
    { name: 'quality.read', says: 'Read the reviews of teammates', group: 'figures' },
    { name: 'quality.record', says: 'Review the work of teammates', group: 'figures' },
  ],
  routes: [answer(contract.listResults, (ctx, { query }) => listResults(ctx, query))],
};
