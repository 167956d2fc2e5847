import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { BodyOf, Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot, notFound } from '#platform/problem';
import { brandOf, firstBrand } from '#domains/brands';
import { domainsOf, takeInDomains } from './company-domains.ts';
import {
  companyChanged,
  type changeCompany as changeRoute,
  type CompanyView,
  type makeCompany as makeRoute,
} from './contract.ts';
import { changedValues } from './field-values.ts';
import type { Values } from './contract/form.ts';
import { uuidOf } from './keyset.ts';
import { listByName, type NameQuery } from './list-by-name.ts';
import { can, visible } from './policy.ts';

/** A company as it is stored. */
export interface Company {
  readonly id: string;
  readonly brand_id: string;
  readonly name: string;
  readonly domains: string[];
  readonly custom: unknown;
}

/** Makes a company of a brand; who writes from its domains belongs to it. */
export async function makeCompany(ctx: Ctx, body: BodyOf<typeof makeRoute>): Promise<CompanyView> {
  const brand = body.brandId === undefined ? await firstBrand(ctx) : await brandOf(ctx, body.brandId);
  if (!can.read(ctx.actor, { brandId: brand.id, erasedAt: null })) throw notFound();
  if (!can.make(ctx.actor, brand.id)) throw mayNot();
  const domains = await domainsOf(ctx, brand.id, body);
  const company = { id: newId(), brand_id: brand.id, name: body.name, domains, custom: '{}' };
  await ctx.db
    .insertInto('companies')
    .values({ workspace_id: ctx.workspaceId, ...company, created_at: ctx.now })
    .execute();
  takeInDomains(ctx, company.id, company.domains);
  return companyView(ctx, { ...company, custom: {} });
}

/** Changes a company's name or domains. Who came by a domain that is gone stays: they belong there until somebody says else. */
export async function changeCompany(ctx: Ctx, id: string, body: BodyOf<typeof changeRoute>): Promise<CompanyView> {
  const before = await loadCompany(ctx, id, true);
  if (!can.make(ctx.actor, before.brand_id)) throw mayNot();
  const named = {
    name: body.name ?? before.name,
    domains: body.domains ? await domainsOf(ctx, before.brand_id, { domains: body.domains }, id) : before.domains,
  };
  const custom = await changedValues(
    ctx,
    { kind: 'company', brandId: before.brand_id, before: before.custom as Values },
    body.custom ?? {},
  );
  const after = { ...named, custom };
  const fields = (['name', 'domains', 'custom'] as const).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );
  if (fields.length === 0) return companyView(ctx, before);
  await ctx.db
    .updateTable('companies')
    .set({ ...after, custom: JSON.stringify(custom) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(companyChanged, id, { fields: [...fields] });
  takeInDomains(
    ctx,
    id,
    after.domains.filter((domain) => !before.domains.includes(domain)),
  );
  return companyView(ctx, { ...before, ...after });
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

/** A company the actor may see; 404 otherwise. Under its row lock for a change. */
export async function loadCompany(ctx: ReadCtx, id: string, forChange = false): Promise<Company> {
  const row = await ctx.db
    .selectFrom('companies')
    .select(['id', 'brand_id', 'name', 'domains', 'custom'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .$if(forChange, (q) => q.forUpdate())
    .executeTakeFirst();
  if (!row || !can.read(ctx.actor, { brandId: row.brand_id, erasedAt: null })) throw notFound();
  return row;
}

/** One company as the actor may see it. */
export function companyView(ctx: ReadCtx, row: Company): CompanyView {
  return {
    id: row.id,
    brandId: row.brand_id,
    name: row.name,
    domains: row.domains,
    custom: row.custom,
    can: can.make(ctx.actor, row.brand_id) ? ['edit'] : [],
  } as CompanyView;
}

/** Shorter words hold no trigram: the index cannot help. */
const shortestText = 3;

/** Companies of the brands served, the last made first or by name; with a text, those called so, the last made first. */
export async function listCompanies(
  ctx: ReadCtx,
  query: NameQuery & { readonly text?: string | undefined; readonly sort?: 'newest' | 'name' },
): Promise<Page<CompanyView>> {
  const { after, text, brandId } = query;
  if (text && text.length < shortestText) return { rows: [], next: null };
  if (query.sort === 'name' && !text) {
    const { rows, next } = await listByName<Company & { sort_name: string }>(
      ctx,
      'companies',
      ['id', 'brand_id', 'name', 'domains', 'custom'],
      query,
    );
    return { rows: rows.map((row) => companyView(ctx, row)), next };
  }
  const rows = await ctx.db
    .selectFrom('companies')
    .select(['id', 'brand_id', 'name', 'domains', 'custom'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .$if(brandId !== undefined, (q) => q.where('brand_id', '=', brandId ?? ''))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`id < ${uuidOf(after)}::uuid`))
    .$if(Boolean(text), (q) =>
      q.where(sql<boolean>`lower(name) like ${`%${(text ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`),
    )
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  return {
    rows: page.map((row) => companyView(ctx, row)),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}
