import { answer, type Domain } from '#platform/domain';
import { macrosPart } from './config-part.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { addMacro, archiveMacro, changeMacro, listMacros } from './macros.ts';
import { previewMacro } from './preview-macro.ts';
import { runMacro } from './run-macro.ts';
import { undoMacro } from './undo-run.ts';
import { es } from './said.es.ts';

export { foreseeMacro } from './foresee-macro.ts';
export { runMacro } from './run-macro.ts';
export { putBack, State, stateOf, undoMacro } from './undo-run.ts';

/** Words and acts that are used again and again. */
export const macros: Domain = {
  name: 'macros',
  needs: ['identity', 'brands', 'customers', 'teams', 'conversations', 'checklists'],
  configParts: [macrosPart],
  demo,
  said: { es },
  settingsAreas: [{ id: 'macros', opens: { route: contract.listMacros }, changes: { route: contract.changeMacro } }],
  routes: [
    answer(contract.listMacros, async (ctx, { query }) => ({ rows: await listMacros(ctx, query.brandId) })),
    answer(contract.addMacro, (ctx, { body: { id, ...given } }) => addMacro(ctx, id, given)),
    answer(contract.changeMacro, (ctx, { params, body }) => changeMacro(ctx, params.id, body)),
    answer(contract.archiveMacro, async (ctx, { params }) => {
      await archiveMacro(ctx, params.id);
      return {};
    }),
    answer(contract.previewMacro, (ctx, { params }) => previewMacro(ctx, params.conversationId, params.id)),
    answer(contract.runMacro, async (ctx, { params, body }) => {
      const { conversation, left } = await runMacro(ctx, params.conversationId, { ...body, anyway: true });
      return { conversation, left };
    }),
    answer(contract.undoMacro, (ctx, { params }) => undoMacro(ctx, params.id)),
  ],
};
