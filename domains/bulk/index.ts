import { answer, type Domain, every } from '#platform/domain';
import * as contract from './contract.ts';
import { cancelBatch, undoBatch } from './end-batch.ts';
import { forgetBatches, takeUpAgain } from './keep-batches.ts';
import { listBatches, listBatchItems } from './list-batches.ts';
import { batchView, load } from './queries.ts';
import { countChosen, previewBatch, startBatch } from './start-batch.ts';
import { batchTopic } from './topic.ts';
import { runBatch } from './work-batch.ts';
import { es } from './said.es.ts';

/** Many conversations changed at once, each by its own policy, with one way back. */
export const bulk: Domain = {
  name: 'bulk',
  needs: ['identity', 'conversations', 'macros', 'teams'],
  said: { es },
  routes: [
    answer(contract.countChosen, (ctx, { body }) => countChosen(ctx, body.list)),
    answer(contract.previewBatch, (ctx, { body }) => previewBatch(ctx, body)),
    answer(contract.startBatch, (ctx, { body }) => startBatch(ctx, body)),
    answer(contract.listBatches, listBatches),
    answer(contract.readBatch, async (ctx, { params }) => batchView(ctx, await load(ctx, params.id))),
    answer(
      contract.listBatchItems,
      (ctx, { params, query }) => listBatchItems(ctx, params.id, query) as Promise<never>,
    ),
    answer(contract.cancelBatch, (ctx, { params }) => cancelBatch(ctx, params.id)),
    answer(contract.undoBatch, (ctx, { params }) => undoBatch(ctx, params.id)),
  ],
  jobs: [
    runBatch,
    every('* * * * *', 'bulk.take-up-again', takeUpAgain),
    every('43 3 * * *', 'bulk.forget', forgetBatches),
  ],
  topics: [batchTopic],
};
