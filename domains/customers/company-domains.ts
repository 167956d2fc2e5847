import { domainToASCII } from 'node:url';
import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import { type Job, task } from '#platform/domain';
import { problem } from '#platform/problem';
import { membershipBegan } from './contract.ts';

/** Hosts where everybody has an address: a company with one of these would have all of their users for its people. */
const everybodys: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net ' +
    'web.de t-online.de mail.ru yandex.ru proton.me protonmail.com qq.com 163.com orange.fr free.fr libero.it'
  ).split(' '),
);
/** Customers taken in by one run of the job. */
const takenAtOnce = 500;

const notADomain = problem(
  'customers/not-a-domain',
  422,
  'This is no domain that mail comes from',
  'Write what stands after the @, like alba.example.',
);
const everybodysDomain = problem(
  'customers/everybodys-domain',
  422,
  'Everybody has addresses there',
  'Say who belongs to the company one by one, on their own pages.',
);
const domainTaken = problem(
  'customers/domain-taken',
  409,
  'Another company has this domain',
  'Take it away there first: who writes from a domain belongs to one company.',
);

/** Domains as the network writes them; each belongs to one company of its brand. */
export async function domainsOf(
  ctx: ReadCtx,
  brandId: string,
  asked: { readonly domains: readonly string[] },
  companyId: string | null = null,
): Promise<string[]> {
  const domains = [...new Set(asked.domains.map(domainOf))];
  if (domains.length === 0) return [];
  const taken = await ctx.db
    .selectFrom('companies')
    .select('domains')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', brandId)
    .where(sql<boolean>`domains && ${domains}::text[]`)
    .$if(companyId !== null, (q) => q.where('id', '!=', companyId ?? ''))
    .limit(1)
    .executeTakeFirst();
  if (taken) throw domainTaken({ detail: domains.find((domain) => taken.domains.includes(domain)) ?? '' });
  return domains;
}

function domainOf(given: string): string {
  const domain = domainToASCII(given.trim().replace(/^.*@/, '')).toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) throw notADomain({ detail: given });
  if (everybodys.has(domain)) throw everybodysDomain({ detail: domain });
  return domain;
}

const companyWith = builtOnce((db, given: { workspaceId: string; brandId: string; domains: readonly string[] }) =>
  db
    .selectFrom('companies')
    .select('id')
    .where('workspace_id', '=', given.workspaceId)
    .where('brand_id', '=', given.brandId)
    .where(sql<boolean>`domains @> ${given.domains}::text[]`)
    .orderBy('id')
    .limit(1),
);

/** The company whose domain an address is of; null where it is nobody's. */
export async function companyOfAddress(ctx: ReadCtx, brandId: string, address: string): Promise<string | null> {
  const domains = [address.slice(address.lastIndexOf('@') + 1)];
  const [company] = await companyWith(ctx.db, { workspaceId: ctx.workspaceId, brandId, domains });
  return company?.id ?? null;
}

/** Whoever has an address of its domain belongs to the company, unless somebody ended that before. */
export async function joinByDomain(ctx: Ctx, companyId: string, customerIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ customer_id: string }>`
    insert into memberships (workspace_id, customer_id, company_id, since, via)
    select ${ctx.workspaceId}::uuid, who.id, ${companyId}::uuid, ${ctx.now}, 'domain'
    from unnest(${[...customerIds]}::uuid[]) as who (id)
    on conflict (workspace_id, customer_id, company_id) do nothing
    returning customer_id`.execute(ctx.db);
  for (const row of rows) ctx.emit(membershipBegan, row.customer_id, { companyId });
}

/** A company was given these domains: who writes from them already is taken in by a job, some hundreds at a time. */
export function takeInDomains(ctx: Ctx, companyId: string, domains: readonly string[]): void {
  for (const domain of domains) ctx.enqueue('customers.take-in-domain', { companyId, domain, after: null });
}

/** One step of taking in the people of a domain; goes on by itself until all are in. */
export const takeInDomain: Job = task('customers.take-in-domain', async (ctx, data) => {
  const { companyId, domain, after } = data as { companyId: string; domain: string; after: string | null };
  const company = await ctx.db
    .selectFrom('companies')
    .select(['brand_id', 'domains'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', companyId)
    .executeTakeFirst();
  if (!company?.domains.includes(domain)) return;
  const rows = await ctx.db
    .selectFrom('identities')
    .select('customer_id')
    .distinct()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', company.brand_id)
    .where('kind', '=', 'address')
    .where(sql<boolean>`split_part(value_normalised, '@', -1) = ${domain}`)
    .$if(after !== null, (q) => q.where('customer_id', '>', after ?? ''))
    .orderBy('customer_id')
    .limit(takenAtOnce)
    .execute();
  const ids = rows.map(({ customer_id: id }) => id);
  await joinByDomain(ctx, companyId, ids);
  if (ids.length === takenAtOnce) ctx.enqueue('customers.take-in-domain', { companyId, domain, after: ids.at(-1) });
});
