import { answer, answerOutside, type Domain, every } from '#platform/domain';
import { bringLines } from './bring-lines.ts';
import { checkImport, runImport, undoImport } from './check-import.ts';
import * as contract from './contract.ts';
import { exportImportLines } from './export-lines.ts';
import { forgetFiles } from './forget-files.ts';
import { listImportLines, listImports } from './list-imports.ts';
import { personalData } from './personal-data.ts';
import { load } from './queries.ts';
import { startImport } from './start-import.ts';
import { takeBackLines } from './take-back-lines.ts';
import { importTopic } from './topic.ts';
import { tryLines } from './try-lines.ts';
import { importView } from './views.ts';
import { es } from './said.es.ts';

/** What comes in from elsewhere: files whose columns are named, tried, brought in, and taken back. */
export const portability: Domain = {
  name: 'portability',
  needs: ['identity', 'brands'],
  said: { es },
  permissions: [
    {
      name: 'imports.run',
      says: 'Bring in data from files, and take it back',
      group: 'set-up',
      isAdministrative: true,
    },
  ],
  settingsAreas: [{ id: 'imports', opens: { route: contract.listImports }, changes: { route: contract.startImport } }],
  routes: [
    answer(contract.listImportKinds, async (ctx) => ({
      rows: [...ctx.house.importables.values()].map(({ kind, title, says }) => ({ kind, title, says })),
    })),
    answer(contract.listImports, (ctx, { query }) => listImports(ctx, query) as Promise<never>),
    answerOutside(contract.startImport, startImport),
    answer(contract.readImport, async (ctx, { params }) => importView(ctx, await load(ctx, params.id))),
    answer(contract.checkImport, (ctx, { params, body }) => checkImport(ctx, params.id, body)),
    answer(contract.runImport, (ctx, { params }) => runImport(ctx, params.id)),
    answer(contract.undoImport, (ctx, { params }) => undoImport(ctx, params.id)),
    answer(
      contract.listImportLines,
      (ctx, { params, query }) => listImportLines(ctx, params.id, query) as Promise<never>,
    ),
    answerOutside(contract.exportImportLines, exportImportLines),
  ],
  jobs: [tryLines, bringLines, takeBackLines, every('17 3 * * *', 'portability.forget-files', forgetFiles)],
  topics: [importTopic],
  personalData,
};
