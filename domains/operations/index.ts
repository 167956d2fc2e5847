import { answerOutside, type Domain } from '#platform/domain';
import { checkHealth } from './check-health.ts';
import * as contract from './contract.ts';
import { listDeadJobs } from './list-dead-jobs.ts';
import { dropDeadJob, retryDeadJob } from './mend-dead-jobs.ts';
import { es } from './said.es.ts';

/** How the installation is, in words, and what to do about it. */
export const operations: Domain = {
  name: 'operations',
  needs: [],
  said: { es },
  permissions: [{ name: 'health.read', says: 'See how this installation is', group: 'trust' }],
  settingsAreas: [
    { id: 'health', opens: { route: contract.listHealthChecks }, changes: { route: contract.retryDeadJob } },
  ],
  routes: [
    answerOutside(contract.listHealthChecks, (tools, _input, asker) => checkHealth(tools, asker)),
    answerOutside(contract.listDeadJobs, (tools, { query }, asker) => listDeadJobs(tools, asker, query)),
    answerOutside(contract.retryDeadJob, (tools, { params }, asker) => retryDeadJob(tools, asker, params.id)),
    answerOutside(contract.dropDeadJob, (tools, { params }, asker) => dropDeadJob(tools, asker, params.id)),
  ],
};
