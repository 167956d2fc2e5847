import { type Domain, within } from '#platform/domain';
import { teammateJoined, teammateWentOutside, workspaceOpened } from '#domains/identity/contract';
import { actorParts } from './actor-parts.ts';
import { leaveAllBrands } from './change-brand.ts';
import { brandsPart, configNames, linesPart } from './config-parts.ts';
import { demo } from './demo.ts';
import { openFirstBrand, serveFirstBrand } from './open-brand.ts';
import { can } from './policy.ts';
import { linesSeen } from './queries.ts';
import { routes } from './routes.ts';
import { es } from './said.es.ts';
import * as contract from './contract.ts';

export { changeLine, closeLine, type LineChanges } from './change-line.ts';
export { brandNamed, nameIfNotFirst, nameWithin } from './config-parts.ts';
export { openLineSecrets, sealLineSecrets, type SealedSecrets } from './line-secrets.ts';
export { insertServed, openBrand, type NewBrand } from './open-brand.ts';
export { openLine, type NewLine } from './open-line.ts';
export { ofBrandsServed } from './policy.ts';
export { findPublicBrand, type PublicBrand } from './public-brands.ts';
export {
  brandKept,
  brandOf,
  brandsServed,
  findBrand,
  findLineByAddress,
  firstBrand,
  lineById,
  linesOfBrand,
  linesOfChannel,
  linesServed,
  type Brand,
  type Line,
} from './queries.ts';
export { type Way, waysToReach } from './ways-to-reach.ts';

export const brands: Domain = {
  name: 'brands',
  needs: ['identity'],
  said: { es },
  settingsAreas: [
    { id: 'channels', opens: { route: contract.listLines }, changes: { route: contract.changeLine } },
    {
      id: 'organisation',
      opens: { route: contract.listBrands, may: can.configureAny },
      changes: { route: contract.changeBrand },
    },
  ],
  routes,
  actorParts,
  subjects: [{ kind: 'line', place: '/settings/channels/', seen: linesSeen }],
  reactions: [
    within(workspaceOpened, openFirstBrand),
    within(teammateJoined, serveFirstBrand),
    within(teammateWentOutside, leaveAllBrands),
  ],
  permissions: [
    { name: 'brands.read', says: 'Serve everybody’s customers', group: 'customers' },
    { name: 'brands.configure', says: 'Say whose customers there are, and who serves them', group: 'set-up' },
    { name: 'lines.read', says: 'See the lines customers use and how they are', group: 'set-up' },
    { name: 'lines.configure', says: 'Open, change and close lines', group: 'set-up' },
  ],
  configParts: [brandsPart, linesPart],
  configNames,
  demo,
};
