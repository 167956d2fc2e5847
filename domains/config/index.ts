import { answer, answerOutside, type Domain } from '#platform/domain';
import { applyConfig } from './apply-config.ts';
import * as contract from './contract.ts';
import { readConfig } from './read-config.ts';
import { es } from './said.es.ts';

/** The set-up of a workspace as a file: kept beside one's code, tried, and applied elsewhere. */
export const config: Domain = {
  name: 'config',
  needs: [],
  said: { es },
  permissions: [
    {
      name: 'config.apply',
      says: 'Write the set-up to a file, and apply one',
      group: 'set-up',
      isAdministrative: true,
    },
  ],
  routes: [
    answer(contract.readConfig, readConfig),
    answerOutside(contract.applyConfig, (tools, { body }, asker) => applyConfig(tools, body, asker)),
  ],
};
