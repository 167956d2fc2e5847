import { answer, answerOutside, type Domain } from '#platform/domain';
import { viewsPart } from './config-part.ts';
import * as contract from './contract.ts';
import { countFilter, countViews } from './count-views.ts';
import { demo } from './demo.ts';
import { exportView } from './export-view.ts';
import { savedView, viewsOf } from './queries.ts';
import { changeView, makeView, removeView, restoreView } from './save-view.ts';
import { es } from './said.es.ts';

export { viewById } from './queries.ts';

/** Saved views: lists of conversations described once, by conditions. */
export const views: Domain = {
  name: 'views',
  needs: ['identity', 'brands', 'customers', 'teams', 'conversations'],
  configParts: [viewsPart],
  said: { es },
  permissions: [
    { name: 'views.export', says: 'Take the rows of a view out as a file', group: 'figures', isAdministrative: true },
  ],
  routes: [
    answer(contract.listViews, async (ctx) => ({
      rows: (await viewsOf(ctx)).map((row) => savedView(ctx.actor, row)),
    })),
    answer(contract.countViews, countViews),
    answer(contract.makeView, (ctx, { body }) => makeView(ctx, body)),
    answer(contract.changeView, (ctx, { params, body }) => changeView(ctx, params.id, body)),
    answer(contract.removeView, async (ctx, { params }) => {
      await removeView(ctx, params.id);
      return {};
    }),
    answer(contract.restoreView, (ctx, { params }) => restoreView(ctx, params.id)),
    answer(contract.countFilter, (ctx, { query }) => countFilter(ctx, query.filter)),
    answerOutside(contract.exportView, (tools, { params }, asker) => exportView(tools, params.id, asker)),
  ],
  demo,
};
