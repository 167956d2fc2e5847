import { personAsked, rolesGiving } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import type { CustomerSight } from '../contract.ts';
import { can, lacksToRead } from '../policy.ts';
import { visibleCustomer } from '../queries.ts';

/** Why a teammate sees a customer that the asker sees too; that it was asked leaves a line in the audit log. */
export async function explainCustomerSight(ctx: Ctx, id: string, teammateId: string): Promise<CustomerSight> {
  const { actor, name } = await personAsked(ctx, teammateId);
  const customer = await visibleCustomer(ctx, id);
  const lacks = lacksToRead(actor, customer);
  const allowed = can.read(actor, customer);
  ctx.audit({
    action: 'sight.explained',
    objectKind: 'customer',
    objectId: customer.id,
    before: null,
    after: { teammate: name, sees: allowed },
  });
  return {
    allowed,
    lacks,
    may: (['edit', 'export', 'erase'] as const).filter((act) => can[act](actor, customer)),
    roles: await rolesGiving(ctx, teammateId, 'customers.read'),
  };
}
