import { answer, answerOutside, type Domain } from '#platform/domain';
import * as contract from './contract.ts';
import { eraseCustomer } from './erase-customer.ts';
import { exportAudit } from './export-audit.ts';
import { exportCustomer } from './export-customer.ts';
import { listAudit, listAuditKinds, listErasures } from './list-audit.ts';
import { auditHealth, readAuditCheck, verifyAudit, verifyNightly } from './verify-audit.ts';
import { writeAudit } from './write-audit.ts';

/** Export and erasure of a customer over every domain, and the log of what administrators changed. */
export const privacy: Domain = {
  name: 'privacy',
  needs: ['identity'],
  keepAudit: writeAudit,
  jobs: [verifyNightly],
  health: [{ name: 'audit-log', title: 'Audit log', check: auditHealth }],
  permissions: [{ name: 'audit.read', says: 'Read what administrators changed, exported and erased', group: 'trust' }],
  routes: [
    answerOutside(contract.exportCustomer, exportCustomer),
    answer(contract.eraseCustomer, (ctx, { params, body }) => eraseCustomer(ctx, params.id, body.reason)),
    answer(contract.listErasures, (ctx, { query }) => listErasures(ctx, query)),
    answer(contract.listAudit, (ctx, { query }) => listAudit(ctx, query)),
    answer(contract.listAuditKinds, (ctx) => listAuditKinds(ctx)),
    answerOutside(contract.exportAudit, exportAudit),
    answer(contract.readAuditCheck, (ctx) => readAuditCheck(ctx)),
    answerOutside(contract.verifyAudit, verifyAudit),
  ],
};
