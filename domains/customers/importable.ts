import { sql } from 'kysely';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import type { Importable, ImportPlace, ImportResult } from '#platform/domain';
import { mayNot, problem } from '#platform/problem';
import { changeCustomer } from './change-customer.ts';
import { companyNamed } from './companies.ts';
import type { IdentityKind } from './contract.ts';
import { fieldsOf } from './fields.ts';
import { findOrMakeCustomer, insertIdentityOf } from './find-or-make-customer.ts';
import { beginMembership, companiesOf, endMembership } from './memberships.ts';
import { customFields, customOf, ownFields } from './import-fields.ts';
import { can } from './policy.ts';
import { type Customer, customerById } from './queries.ts';

type Row = Readonly<Record<string, string>>;

const nobody = problem(
  'customers/import-nobody',
  422,
  'This line has no address, number or id',
  'Give at least one way to find the customer.',
);
const wrongZone = problem('customers/import-zone', 422, 'This is no time zone', 'Write it like Europe/Berlin.');
const wrongLanguage = problem('customers/import-language', 422, 'This is no language', 'Write it like sv or pt-BR.');

/** How a customer of a line can be found, the first one given first. */
const ways: readonly (readonly [string, IdentityKind])[] = [
  ['address', 'address'],
  ['phone', 'phone'],
  ['external', 'external'],
];

/** What the way back needs: the parts as they were and as the line left them, and what the line added. */
const Trace = z.object({
  before: z.record(z.string(), z.string().nullable()),
  after: z.record(z.string(), z.string().nullable()),
  identityIds: z.array(z.uuid()),
  companyId: z.uuid().nullable(),
  custom: z.array(z.object({ id: z.string(), before: z.unknown(), after: z.unknown() })).default([]),
});
type Trace = z.output<typeof Trace>;

/** Customers from a file: found by their address, number or id in another system, or made. */
export const importCustomers: Importable = {
  kind: 'customers',
  title: 'Customers',
  says: 'People with their addresses, numbers, language, place and company',
  fields: async (ctx, brandId) => [...ownFields, ...(await customFields(ctx, brandId))],
  keyOf(row) {
    const way = ways.find(([field]) => row[field]);
    return way ? `${way[0]} ${row[way[0]]?.toLowerCase()}` : null;
  },
  bring,
  takeBack,
};

async function bring(ctx: Ctx, place: ImportPlace, row: Row): Promise<ImportResult> {
  if (!can.make(ctx.actor, place.brandId)) throw mayNot();
  const given = ways.filter(([field]) => row[field]);
  const [first, ...others] = given;
  if (!first) throw nobody();
  const found = await findOrMakeCustomer(ctx, {
    brandId: place.brandId,
    kind: first[1],
    value: row[first[0]] ?? '',
    name: row['name'] ?? '',
    at: ctx.now,
  });
  const before = await customerById(ctx, found.customerId);
  if (!found.made && place.onKnown === 'keep') return { outcome: 'same', objectId: before.id };
  const identityIds: string[] = [];
  for (const [field, kind] of others) {
    const { id, isNew } = await insertIdentityOf(ctx, before, kind, row[field] ?? '', ctx.now);
    if (isNew) identityIds.push(id);
  }
  const { said: custom, form } = await customOf(ctx, row, before);
  const changes = { ...changesOf(row, before), ...(Object.keys(custom).length > 0 ? { custom } : {}) };
  if (Object.keys(changes).length > 0) await changeCustomer(ctx, before.id, changes, form);
  const companyId = row['company'] ? await belong(ctx, before, row['company'], found.made) : null;
  const after = await customerById(ctx, before.id);
  const trace: Trace = {
    before: partsOf(before),
    after: partsOf(after),
    identityIds,
    companyId,
    custom: Object.keys(custom).map((id) => ({
      id,
      before: before.custom[id] ?? null,
      after: after.custom[id] ?? null,
    })),
  };
  const isSame = Object.keys(changes).length === 0 && identityIds.length === 0 && companyId === null;
  if (!found.made && isSame) return { outcome: 'same', objectId: before.id };
  return { outcome: found.made ? 'made' : 'changed', objectId: before.id, before: trace };
}

const parts = ['name', 'locale', 'zone', 'place'] as const;

function partsOf(customer: Customer): Record<(typeof parts)[number], string | null> {
  const { name, locale, zone, place } = customer;
  return { name, locale, zone, place };
}

interface Changes {
  name?: string;
  locale?: string | null;
  zone?: string | null;
  place?: string | null;
}

/** What the line says otherwise than we know it; an empty field says nothing. */
function changesOf(row: Row, before: Readonly<Record<keyof Changes, string | null>>): Changes {
  const locale = row['locale']?.replace('_', '-') ?? '';
  if (locale && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale)) throw wrongLanguage({ detail: locale.slice(0, 40) });
  if (row['zone'] && !isZone(row['zone'])) throw wrongZone({ detail: row['zone'].slice(0, 40) });
  const said: Changes = {
    name: (row['name'] ?? '').slice(0, 300),
    locale,
    zone: row['zone'] ?? '',
    place: (row['place'] ?? '').slice(0, 200),
  };
  return Object.fromEntries(
    Object.entries(said).filter(([field, value]) => value && value !== before[field as keyof Changes]),
  );
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** Belongs to the company from now on; null where it did already. The first company of a known customer stays theirs. */
async function belong(ctx: Ctx, customer: Customer, name: string, isPrimary: boolean): Promise<string | null> {
  const companyId = await companyNamed(ctx, customer.brandId, name.slice(0, 200));
  if ((await companiesOf(ctx, customer.id)).some(({ id }) => id === companyId)) return null;
  await beginMembership(ctx, customer.id, companyId, { role: null, isPrimary });
  return companyId;
}

/** A made one goes unless something came of it since; of a changed one each part goes back that nobody changed since. */
async function takeBack(ctx: Ctx, done: ImportResult): Promise<{ keptBecause: string | null }> {
  const customer = await customerById(ctx, done.objectId);
  if (!can.edit(ctx.actor, customer)) return { keptBecause: 'It is not yours to change any more.' };
  if (customer.mergedIntoId) return { keptBecause: 'It was merged since.' };
  const { before, after, identityIds, companyId, custom } = Trace.parse(done.before);
  const left = custom.filter((one) => JSON.stringify(customer.custom[one.id]) !== JSON.stringify(one.after));
  const changedSince = parts.filter((part) => customer[part] !== after[part]);
  if (done.outcome === 'made') {
    const since = [...changedSince, ...(left.length > 0 ? ['fields'] : [])];
    if (since.length > 0) return { keptBecause: `Somebody changed it since: ${since.join(', ')}.` };
    await remove(ctx, customer.id);
    return { keptBecause: null };
  }
  await sql`
    delete from identities
    where workspace_id = ${ctx.workspaceId} and customer_id = ${customer.id} and id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  if (companyId !== null) await endMembership(ctx, customer.id, companyId);
  const back = parts.filter((part) => before[part] !== after[part] && !changedSince.includes(part));
  await changeCustomer(ctx, customer.id, {
    ...Object.fromEntries(back.map((part) => [part, before[part] ?? emptyOf(part)])),
    custom: await fieldsBack(
      ctx,
      customer,
      custom.filter((one) => !left.includes(one)),
    ),
  });
  const kept = [...changedSince.filter((part) => before[part] !== after[part]), ...(left.length > 0 ? ['fields'] : [])];
  return { keptBecause: kept.length > 0 ? `Changed since and left so: ${kept.join(', ')}.` : null };
}

/** Fields as they were before the line, but for those that were put away since. */
async function fieldsBack(ctx: Ctx, customer: Customer, changed: Trace['custom']): Promise<Record<string, unknown>> {
  const known = new Set((await fieldsOf(ctx, 'customer', customer.brandId)).map(({ id }) => String(id)));
  return Object.fromEntries(changed.filter(({ id }) => known.has(id)).map((one) => [one.id, one.before]));
}

/** A name is never null, only empty. */
function emptyOf(part: (typeof parts)[number]): string | null {
  return part === 'name' ? '' : null;
}

async function remove(ctx: Ctx, customerId: string): Promise<void> {
  await sql`
    delete from duplicate_suggestions where workspace_id = ${ctx.workspaceId}
      and (one_id = ${customerId} or other_id = ${customerId})`.execute(ctx.db);
  for (const table of ['duplicate_checks', 'memberships', 'identities'] as const)
    await ctx.db
      .deleteFrom(table)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('customer_id', '=', customerId)
      .execute();
  await ctx.db
    .deleteFrom('customers')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', customerId)
    .execute();
}
