import { answer, answerOutside, type Domain } from '#platform/domain';
import * as contract from './contract.ts';
import { eraseCustomer } from './erase-customer.ts';
import { exportCustomer } from './export-customer.ts';
import { listAudit, listErasures } from './list-audit.ts';
import { reactions } from './reactions.ts';

export { audit, type AuditEntry } from './audit.ts';

/** Export and erasure of a customer over every domain, and the log of what administrators changed. */
export const privacy: Domain = {
  name: 'privacy',
  needs: ['identity', 'brands'],
  reactions,
  permissions: [{ name: 'audit.read', says: 'Read what administrators changed, exported and erased' }],
  routes: [
    answerOutside(contract.exportCustomer, exportCustomer),
    answer(contract.eraseCustomer, (ctx, { params, body }) => eraseCustomer(ctx, params.id, body.reason)),
    answer(contract.listErasures, (ctx, { query }) => listErasures(ctx, query)),
    answer(contract.listAudit, (ctx, { query }) => listAudit(ctx, query)),
  ],
};
