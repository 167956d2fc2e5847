import type { ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import { companiesOf } from './memberships.ts';
import type { CustomerRow, CustomerView } from './contract.ts';
import { can } from './policy.ts';
import { type Customer, customerNames, identitiesOf, visibleCustomer } from './queries.ts';
import { mayExplainSight, teammateNames } from '#domains/identity';

/** Most merges one view offers to undo. */
const mergeLimit = 50;

/** One customer as the actor may see them; 404 where they may not, a tombstone followed to who is there. */
export async function customerView(ctx: ReadCtx, id: string): Promise<CustomerView> {
  const customer = await visibleCustomer(ctx, id);
  const identities = await identitiesOf(ctx, customer.id);
  return {
    ...customerRow(customer),
    locale: customer.locale,
    zone: customer.zone,
    tags: [...customer.tags],
    identities: identities
      .filter(() => !customer.erasedAt)
      .map((identity) => ({
        id: identity.id,
        kind: identity.kind,
        value: identity.value,
        verifiedAt: identity.verifiedAt?.toISOString() ?? null,
        undeliverableAt: identity.undeliverableAt?.toISOString() ?? null,
      })),
    companies: await companiesOf(ctx, customer.id),
    custom: { ...customer.custom },
    merges: await mergesInto(ctx, customer.id),
    erasedAt: customer.erasedAt?.toISOString() ?? null,
    can: canOf(ctx.actor, customer),
  } as CustomerView;
}

/** A row of the list. */
export function customerRow(
  customer: Pick<Customer, 'id' | 'brandId' | 'name' | 'place' | 'firstSeenAt'>,
): CustomerRow {
  const { id, brandId, name, place } = customer;
  return { id, brandId, name, place, firstSeenAt: customer.firstSeenAt.toISOString() } as CustomerRow;
}

function canOf(actor: Actor, customer: Customer): CustomerView['can'] {
  const edit = can.edit(actor, customer);
  return [
    ...(edit ? (['edit', 'merge'] as const) : []),
    ...(can.export(actor, customer) ? (['export'] as const) : []),
    ...(can.erase(actor, customer) ? (['erase'] as const) : []),
    ...(mayExplainSight(actor) ? (['explain-sight'] as const) : []),
  ];
}

async function mergesInto(ctx: ReadCtx, keptId: string): Promise<CustomerView['merges']> {
  const rows = await ctx.db
    .selectFrom('customer_merges')
    .select(['id', 'merged_id', 'merged_at', 'merged_by', 'why'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kept_id', '=', keptId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(mergeLimit)
    .execute();
  if (rows.length === 0) return [];
  const names = await customerNames(
    ctx,
    rows.map((row) => row.merged_id),
  );
  const teammates = await teammateNames(
    ctx,
    rows.flatMap((row) => row.merged_by ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    mergedId: row.merged_id,
    mergedName: names.get(row.merged_id) ?? '',
    mergedAt: row.merged_at.toISOString(),
    mergedByName: teammates.get(row.merged_by ?? '') ?? null,
    why: row.why ?? '',
  })) as CustomerView['merges'];
}
