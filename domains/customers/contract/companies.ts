/** Companies and who belongs to them, as both sides of the wire see them. */
import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { BrandId, CompanyId, CustomerId } from './ids.ts';
import { CustomerView } from './people.ts';

const read = { permission: 'customers.read' } as const;
const edit = { permission: 'customers.edit' } as const;
const company = z.object({ id: CompanyId });

export const CompanyView = z.object({
  id: CompanyId,
  brandId: BrandId,
  name: z.string(),
  domains: z.array(z.string()),
  /** Field id → value. */
  custom: z.record(z.string(), z.unknown()),
  can: z.array(z.enum(['edit'])),
});
export type CompanyView = z.output<typeof CompanyView>;

export const listCompanies = route({
  method: 'GET',
  path: '/api/companies',
  summary: 'Companies of the brands you serve, the last made first or by name; or those found by a part of their name.',
  access: read,
  query: cursor.extend({
    text: z.string().trim().max(200).optional(),
    brandId: BrandId.optional(),
    sort: z.enum(['newest', 'name']).default('newest'),
  }),
  reply: page(CompanyView),
});

export const readCompany = route({
  method: 'GET',
  path: '/api/companies/:id',
  summary: 'One company with the domains its people write from.',
  access: read,
  params: company,
  reply: CompanyView,
});

export const changeCompany = route({
  method: 'PATCH',
  path: '/api/companies/:id',
  summary: 'Change a company’s name or domains. Who writes from a new domain belongs to it from then on.',
  access: edit,
  params: company,
  body: z.object({
    name: z.string().trim().min(1).max(200).optional(),
    domains: z.array(z.string().trim().min(3).max(253)).max(50).optional(),
    custom: z.record(z.uuid(), z.unknown()).optional(),
  }),
  reply: CompanyView,
});

/** Somebody who belongs to a company. */
export const CompanyPerson = z.object({
  id: CustomerId,
  name: z.string(),
  role: z.string().nullable(),
  isPrimary: z.boolean(),
  since: z.iso.datetime(),
  /** By whom: somebody said so, or they write from its domain. */
  via: z.enum(['hand', 'domain']),
});
export type CompanyPerson = z.output<typeof CompanyPerson>;

export const listCompanyPeople = route({
  method: 'GET',
  path: '/api/companies/:id/people',
  summary: 'Who belongs to a company now, the last to come first.',
  access: read,
  params: company,
  query: cursor,
  reply: page(CompanyPerson),
});

export const makeCompany = route({
  method: 'POST',
  path: '/api/companies',
  summary: 'Make a company; its domains say whose people write from it.',
  access: edit,
  body: z.object({
    brandId: BrandId.optional(),
    name: z.string().trim().min(1).max(200),
    domains: z.array(z.string().trim().min(3).max(253)).max(50).default([]),
  }),
  reply: CompanyView,
});

export const beginMembership = route({
  method: 'PUT',
  path: '/api/customers/:id/companies/:companyId',
  summary: 'This customer belongs to a company.',
  access: edit,
  params: z.object({ id: CustomerId, companyId: CompanyId }),
  body: z.object({ role: z.string().trim().max(120).nullable().default(null), isPrimary: z.boolean().default(false) }),
  reply: CustomerView,
});

export const endMembership = route({
  method: 'DELETE',
  path: '/api/customers/:id/companies/:companyId',
  summary: 'This customer no longer belongs to a company.',
  access: edit,
  params: z.object({ id: CustomerId, companyId: CompanyId }),
  reply: CustomerView,
});
