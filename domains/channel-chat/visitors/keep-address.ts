import { joinAs } from '#domains/conversations';
import { addIdentity, findCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { Refusal } from '#platform/problem';
import type { Site } from './site.ts';

/** Whom an address was named for. */
interface Of {
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string;
}

/**
 * Where an answer goes that the visitor does not see. Anybody can type any address, so it makes nobody somebody else: it
 * becomes theirs, not made sure of, only where it is nobody's; where it is another customer's already, theirs it stays, and
 * whoever serves decides whether the two are one.
 */
export async function keepAddress(ctx: Ctx, site: Site, visitor: Of, address: string): Promise<void> {
  await ctx.db
    .updateTable('chat_visitors')
    .set({ address })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', visitor.id)
    .execute();
  await claim(ctx, visitor.customerId, address);
  await joinByAddress(ctx, site, visitor, address);
}

/** Takes part by the address too, where it is theirs: who answers by mail finds it under "To". */
export async function joinByAddress(ctx: Ctx, { brandId }: Site, visitor: Of, address: string): Promise<void> {
  const found = await findCustomer(ctx, { brandId, kind: 'address', value: address, at: ctx.now });
  if (found?.customerId !== visitor.customerId) return;
  const { customerId, identityId } = found;
  await joinAs(ctx, visitor.conversationId, { customerId, identityId, address, name: '', role: 'copied' });
}

async function claim(ctx: Ctx, customerId: string, address: string): Promise<void> {
  try {
    await addIdentity(ctx, customerId, 'address', address);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'customers/identity-taken')) throw error;
  }
}
