import { answer, type Domain } from '#platform/domain';
import * as contract from './contract.ts';
import { listMetricRows, listMetrics, readMetric } from './read-metric.ts';
import { es } from './said.es.ts';

/** Figures: one definition each, brought by the domain that knows it; asked for here, with the rows behind them. */
export const analytics: Domain = {
  name: 'analytics',
  needs: ['brands'],
  said: { es },
  permissions: [
    {
      name: 'metrics.read',
      says: 'See figures: of your own work, your teams, whom you serve or everything',
      group: 'figures',
    },
    {
      name: 'metrics.client',
      says: 'As a client: see the figures of their own brand, nobody by name',
      group: 'figures',
      isOutside: true,
    },
  ],
  routes: [
    answer(contract.listMetrics, async (ctx) => listMetrics(ctx)),
    answer(contract.readMetric, (ctx, { params, query }) => readMetric(ctx, params.id, query)),
    answer(contract.listMetricRows, (ctx, { params, query }) => listMetricRows(ctx, params.id, query)),
  ],
};
