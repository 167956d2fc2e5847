import { sql } from 'kysely';
import type { BodyOf, Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot, notFound } from '#platform/problem';
import { brandOf, firstBrand } from '#domains/brands';
import {
  type CompanyView,
  type CustomerView,
  type makeCompany as makeRoute,
  membershipBegan,
  membershipEnded,
} from './contract.ts';
import { can, visible } from './policy.ts';
import { lockCustomer } from './queries.ts';

/** Most companies one customer is shown with. */
const membershipLimit = 50;

/** Makes a company of a brand. */
export async function makeCompany(ctx: Ctx, body: BodyOf<typeof makeRoute>): Promise<CompanyView> {
  const brand = body.brandId === undefined ? await firstBrand(ctx) : await brandOf(ctx, body.brandId);
  if (!can.read(ctx.actor, { brandId: brand.id, erasedAt: null })) throw notFound();
  if (!can.make(ctx.actor, brand.id)) throw mayNot();
  const id = newId();
  const domains = [...new Set(body.domains.map((domain) => domain.toLowerCase()))];
  await ctx.db
    .insertInto('companies')
    .values({ workspace_id: ctx.workspaceId, id, brand_id: brand.id, name: body.name, domains, created_at: ctx.now })
    .execute();
  return { id, brandId: brand.id, name: body.name, domains, can: ['edit'] } as CompanyView;
}

/** The company of a brand that is called so, made where there is none yet. */
export async function companyNamed(ctx: Ctx, brandId: string, name: string): Promise<string> {
  const known = await ctx.db
    .selectFrom('companies')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', brandId)
    .where(sql<string>`lower(name)`, '=', name.toLowerCase())
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return known?.id ?? (await makeCompany(ctx, { brandId: brandId as never, name, domains: [] })).id;
}

/** Companies of the brands served, the last made first. */
export async function listCompanies(
  ctx: ReadCtx,
  query: { after?: string | undefined; limit: number },
): Promise<Page<CompanyView>> {
  const { after } = query;
  const rows = await ctx.db
    .selectFrom('companies')
    .select(['id', 'brand_id', 'name', 'domains'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`id < ${uuidOf(after)}::uuid`))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  return {
    rows: page.map((row) => ({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      domains: row.domains,
      can: can.make(ctx.actor, row.brand_id) ? ['edit'] : [],
    })) as CompanyView[],
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}

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
  const row = { role: as.role, is_primary: as.isPrimary, until: null };
  await ctx.db
    .insertInto('memberships')
    .values({ workspace_id: ctx.workspaceId, customer_id: customer.id, company_id: companyId, since: ctx.now, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'customer_id', 'company_id']).doUpdateSet(row))
    .execute();
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

/** A keyset position; what is no id of a page stands before everything. */
export function uuidOf(after: string | undefined): string {
  return after !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)
    ? after
    : '00000000-0000-0000-0000-000000000000';
}
