import type { Domain } from '#platform/domain';
import { demo } from './demo.ts';
import { importPay } from './import-pay.ts';
import { routes } from './routes.ts';
import { es } from './said.es.ts';
import * as contract from './contract.ts';
import { can } from './policy.ts';

export { type Catalogue, catalogueOf, type ShownRole } from './catalogue.ts';
export { questions } from './data/guides.ts';
export { type IndustryKey, industries } from './data/industries.ts';
export { alike, glossary, spanish } from './data/spanish/index.ts';
export { sources } from './data/sources.ts';
export { type Careers, careersOf } from './own.ts';
export { payRanges } from './pay.ts';
export { sourceOf } from './sources.ts';

/** The roles of this work, what they ask, where they lead and what is known of their pay. */
export const careers: Domain = {
  name: 'careers',
  needs: ['identity', 'teams'],
  said: { es },
  settingsAreas: [
    { id: 'careers', opens: { route: contract.listPay }, changes: { route: contract.enterPay, may: can.edit } },
  ],
  routes,
  permissions: [
    {
      name: 'careers.edit',
      says: 'Write the careers catalogue and its pay',
      group: 'work',
      isAdministrative: true,
    },
  ],
  importables: [importPay],
  demo,
};
