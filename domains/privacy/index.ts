import { answer, answerOutside, type Domain } from '#platform/domain';
import { keepingTimesPart } from './config-part.ts';
import * as contract from './contract.ts';
import { eraseCustomer } from './erase-customer.ts';
import { exportAudit } from './export-audit.ts';
import { exportCustomer } from './export-customer.ts';
import { holdCustomer, liftHold, listHolds, readHold } from './holds.ts';
import { keepToTimes } from './keep-to-times.ts';
import { listKeepings, setKeeping } from './keeping-times.ts';
import { listAudit, listAuditKinds } from './list-audit.ts';
import { listErasures, readErasure } from './list-erasures.ts';
import { personalData } from './personal-data.ts';
import { auditHealth, readAuditCheck, verifyAudit, verifyNightly } from './verify-audit.ts';
import { writeAudit } from './write-audit.ts';
import { es } from './said.es.ts';
import { can } from './policy.ts';

/** Export and erasure of a customer over every domain, and the log of what administrators changed. */
export const privacy: Domain = {
  name: 'privacy',
  needs: ['identity', 'brands'],
  said: { es },
  keepAudit: writeAudit,
  jobs: [verifyNightly, keepToTimes],
  personalData,
  health: [{ name: 'audit-log', title: 'Audit log', check: auditHealth }],
  configParts: [keepingTimesPart],
  permissions: [
    { name: 'audit.read', says: 'Read what administrators changed, exported and erased', group: 'trust' },
    { name: 'privacy.configure', says: 'Set how long things are kept, and hold customers', group: 'trust' },
  ],
  settingsAreas: [
    {
      id: 'privacy',
      opens: { route: contract.listKeepings, may: can.keep },
      changes: { route: contract.setKeeping, may: can.keep },
    },
    { id: 'audit', opens: { route: contract.listAudit, may: can.readAudit }, changes: null },
  ],
  routes: [
    answerOutside(contract.exportCustomer, exportCustomer),
    answer(contract.eraseCustomer, (ctx, { params, body }) => eraseCustomer(ctx, params.id, body.reason)),
    answer(contract.listErasures, (ctx, { query }) => listErasures(ctx, query)),
    answer(contract.readErasure, (ctx, { params }) => readErasure(ctx, params.id)),
    answer(contract.listKeepings, async (ctx) => ({ rows: [...(await listKeepings(ctx))] })),
    answer(contract.setKeeping, (ctx, { params, body }) => setKeeping(ctx, params.type, body.days)),
    answer(contract.listHolds, (ctx, { query }) => listHolds(ctx, query) as Promise<never>),
    answer(contract.readHold, (ctx, { params }) => readHold(ctx, params.id)),
    answer(contract.holdCustomer, (ctx, { params, body }) => holdCustomer(ctx, params.id, body.why)),
    answer(contract.liftHold, (ctx, { params }) => liftHold(ctx, params.id)),
    answer(contract.listAudit, (ctx, { query }) => listAudit(ctx, query)),
    answer(contract.listAuditKinds, (ctx) => listAuditKinds(ctx)),
    answerOutside(contract.exportAudit, exportAudit),
    answer(contract.readAuditCheck, (ctx) => readAuditCheck(ctx)),
    answerOutside(contract.verifyAudit, verifyAudit),
  ],
};
