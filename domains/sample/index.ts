import { answerOutside, type Domain } from '#platform/domain';
import * as contract from './contract.ts';
import { dropSampleJob } from './drop-sample.ts';
import { enterSample } from './enter-sample.ts';
import { fillSample } from './fill-sample.ts';
import { loadSample } from './load-sample.ts';
import { can } from './policy.ts';
import { readSample } from './read-sample.ts';
import { removeSample } from './remove-sample.ts';
import { es } from './said.es.ts';

export { tellStory } from './tell-story.ts';

/** A shop to look around in, which is removed as a whole. */
export const sample: Domain = {
  name: 'sample',
  needs: ['identity', 'brands'],
  said: { es },
  jobs: [fillSample, dropSampleJob],
  settingsAreas: [
    {
      id: 'sample',
      opens: { route: contract.readSample },
      changes: { route: contract.loadSample, may: can.administer },
    },
  ],
  routes: [
    answerOutside(contract.readSample, (tools, _input, asker) => readSample(tools, asker)),
    answerOutside(contract.loadSample, async (tools, _input, asker) => {
      await tools.transact({ ...asker, via: 'console' }, loadSample);
      return readSample(tools, asker);
    }),
    answerOutside(contract.enterSample, (tools, _input, asker) => enterSample(tools, asker)),
    answerOutside(contract.removeSample, async (tools, _input, asker) => {
      await removeSample(tools, asker);
      return readSample(tools, asker);
    }),
  ],
};
