import { sql } from 'kysely';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import type { Importable, ImportPlace, ImportResult } from '#platform/domain';
import { mayNot, problem } from '#platform/problem';
import { changeCustomer } from './change-customer.ts';
import { beginMembership, companyNamed } from './companies.ts';
import type { IdentityKind } from './contract.ts';
import { findOrMakeCustomer, insertIdentityOf } from './find-or-make-customer.ts';
import { can } from './policy.ts';
import { customerById } from './queries.ts';

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

/** What the way back needs: the parts as they were, and what the line added. */
const Before = z.object({
  fields: z.record(z.string(), z.string().nullable()),
  identityIds: z.array(z.uuid()),
});

/** Customers from a file: found by their address, number or id in another system, or made. */
export const importCustomers: Importable = {
  kind: 'customers',
  title: 'Customers',
  says: 'People with their addresses, numbers, language, place and company',
  fields: async () => [
    {
      name: 'address',
      title: 'E-mail address',
      isRequired: false,
      example: 'maya@lindqvist.example',
      alsoCalled: ['email', 'e-mail', 'mail', 'emailaddress', 'emails'],
    },
    {
      name: 'phone',
      title: 'Phone number',
      isRequired: false,
      example: '+46 31 555 01 00',
      alsoCalled: ['phone', 'telephone', 'mobile', 'phonenumber', 'tel'],
    },
    {
      name: 'external',
      title: 'Id in another system',
      isRequired: false,
      example: 'C-10442',
      alsoCalled: ['id', 'externalid', 'customerid', 'userid'],
    },
    {
      name: 'name',
      title: 'Name',
      isRequired: false,
      example: 'Maya Lindqvist',
      alsoCalled: ['fullname', 'displayname', 'customer', 'contact'],
    },
    { name: 'locale', title: 'Language', isRequired: false, example: 'sv', alsoCalled: ['language', 'locale', 'lang'] },
    {
      name: 'zone',
      title: 'Time zone',
      isRequired: false,
      example: 'Europe/Stockholm',
      alsoCalled: ['timezone', 'tz'],
    },
    { name: 'place', title: 'Place', isRequired: false, example: 'Göteborg', alsoCalled: ['city', 'town', 'location'] },
    {
      name: 'company',
      title: 'Company',
      isRequired: false,
      example: 'Alba Trekking SL',
      alsoCalled: ['organisation', 'organization', 'companyname', 'account'],
    },
  ],
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
    const known = await countIdentities(ctx, before.id);
    const id = await insertIdentityOf(ctx, before, kind, row[field] ?? '', ctx.now);
    if ((await countIdentities(ctx, before.id)) > known) identityIds.push(id);
  }
  const changes = changesOf(row, before);
  if (Object.keys(changes).length > 0) await changeCustomer(ctx, before.id, changes);
  if (row['company']) await belong(ctx, before.id, place.brandId, row['company']);
  if (found.made) return { outcome: 'made', objectId: before.id };
  if (Object.keys(changes).length === 0 && identityIds.length === 0) return { outcome: 'same', objectId: before.id };
  const fields = Object.fromEntries(
    Object.keys(changes).map((field) => [field, before[field as keyof Changes] ?? null]),
  );
  return { outcome: 'changed', objectId: before.id, before: { fields, identityIds } };
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

async function belong(ctx: Ctx, customerId: string, brandId: string, name: string): Promise<void> {
  const companyId = await companyNamed(ctx, brandId, name.slice(0, 200));
  await beginMembership(ctx, customerId, companyId, { role: null, isPrimary: true });
}

async function countIdentities(ctx: Ctx, customerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from identities
    where workspace_id = ${ctx.workspaceId} and customer_id = ${customerId}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** A made one goes unless something came of it since; of a changed one the parts go back that nobody changed since. */
async function takeBack(ctx: Ctx, done: ImportResult): Promise<{ keptBecause: string | null }> {
  const customer = await customerById(ctx, done.objectId);
  if (!can.edit(ctx.actor, customer)) return { keptBecause: 'It is not yours to change any more.' };
  if (customer.mergedIntoId) return { keptBecause: 'It was merged since.' };
  if (done.outcome === 'made') {
    await remove(ctx, customer.id);
    return { keptBecause: null };
  }
  const { fields, identityIds } = Before.parse(done.before);
  await sql`
    delete from identities
    where workspace_id = ${ctx.workspaceId} and customer_id = ${customer.id} and id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  await changeCustomer(ctx, customer.id, { ...fields, ...(fields['name'] === null ? { name: '' } : {}) } as Changes);
  return { keptBecause: null };
}

async function remove(ctx: Ctx, customerId: string): Promise<void> {
  for (const table of ['memberships', 'identities'] as const)
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
