import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import { loadCompany } from './companies.ts';
import { type CompanyPerson, type CustomerView, membershipBegan, membershipEnded } from './contract.ts';
import { cursorOf, readTimeCursor } from './keyset.ts';
import { can } from './policy.ts';
import { customerNames, lockCustomer } from './queries.ts';

/** Most companies one customer is shown with. */
const membershipLimit = 50;

/** A customer belongs to a company of the same brand; one of them may be the first. Twice is once. */
export async function beginMembership(
  ctx: Ctx,
  id: string,
  companyId: string,
  as: { role: string | null; isPrimary: boolean },
): Promise<void> {
  const customer = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  const company = await ctx.db
    .selectFrom('companies')
    .select('brand_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', companyId)
    .executeTakeFirst();
  if (company?.brand_id !== customer.brandId) throw notFound();
  if (as.isPrimary) {
    await ctx.db
      .updateTable('memberships')
      .set({ is_primary: false })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customer.id)
      .execute();
  }
  const row = { role: as.role, is_primary: as.isPrimary, until: null, via: 'hand' };
  await ctx.db
    .insertInto('memberships')
    .values({ workspace_id: ctx.workspaceId, customer_id: customer.id, company_id: companyId, since: ctx.now, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'customer_id', 'company_id']).doUpdateSet(row))
    .execute();
  ctx.memo.delete(firstCompanyKey(customer.id));
  ctx.emit(membershipBegan, customer.id, { companyId });
}

/** A customer no longer belongs to a company; since when stays known. */
export async function endMembership(ctx: Ctx, id: string, companyId: string): Promise<void> {
  const customer = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  const { numUpdatedRows } = await ctx.db
    .updateTable('memberships')
    .set({ until: ctx.now, is_primary: false })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', customer.id)
    .where('company_id', '=', companyId)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow();
  ctx.memo.delete(firstCompanyKey(customer.id));
  if (numUpdatedRows > 0n) ctx.emit(membershipEnded, customer.id, { companyId });
}

/** Where a customer belongs now, the first company first. */
export async function companiesOf(ctx: ReadCtx, customerId: string): Promise<CustomerView['companies']> {
  const rows = await ctx.db
    .selectFrom('memberships as m')
    .innerJoin('companies as c', (join) =>
      join.onRef('c.workspace_id', '=', 'm.workspace_id').onRef('c.id', '=', 'm.company_id'),
    )
    .select(['c.id', 'c.name', 'm.role', 'm.is_primary'])
    .where('m.workspace_id', '=', ctx.workspaceId)
    .where('m.customer_id', '=', customerId)
    .where('m.until', 'is', null)
    .orderBy('m.is_primary', 'desc')
    .orderBy('m.since')
    .limit(membershipLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    isPrimary: row.is_primary,
  })) as CustomerView['companies'];
}

/** The company somebody belongs to first, for a matter of theirs that begins; null where they belong to none. */
export async function firstCompanyOf(ctx: Ctx, customerId: string): Promise<string | null> {
  const known = ctx.memo.get(firstCompanyKey(customerId)) as string | null | undefined;
  if (known !== undefined) return known;
  const row = await ctx.db
    .selectFrom('memberships')
    .select('company_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', customerId)
    .where('until', 'is', null)
    .orderBy('is_primary', 'desc')
    .orderBy('since')
    .limit(1)
    .executeTakeFirst();
  return row?.company_id ?? null;
}

/** Where somebody belongs who was made in this transaction: it need not be read back. */
export function noteFirstCompany(ctx: Ctx, customerId: string, companyId: string | null): void {
  ctx.memo.set(firstCompanyKey(customerId), companyId);
}

function firstCompanyKey(customerId: string): string {
  return `customers.first-company:${customerId}`;
}

/** Who belongs to a company now, the last to come first. */
export async function listCompanyPeople(
  ctx: ReadCtx,
  companyId: string,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<CompanyPerson>> {
  await loadCompany(ctx, companyId);
  const place = readTimeCursor(query.after);
  const rows = await ctx.db
    .selectFrom('memberships')
    .select(['customer_id', 'role', 'is_primary', 'since', 'via'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('company_id', '=', companyId)
    .where('until', 'is', null)
    .$if(place !== null, (q) =>
      q.where(sql<boolean>`(since, customer_id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('since', 'desc')
    .orderBy('customer_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const names = await customerNames(
    ctx,
    shown.map((row) => row.customer_id),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({
      id: row.customer_id,
      name: names.get(row.customer_id) ?? '',
      role: row.role,
      isPrimary: row.is_primary,
      since: row.since.toISOString(),
      via: row.via,
    })) as CompanyPerson[],
    next: rows.length > query.limit && last ? cursorOf(last.since, last.customer_id) : null,
  };
}
