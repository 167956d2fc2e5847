import * as z from 'zod';
import { TeammateId } from '#domains/identity/contract';
import { route, scopes } from '#platform/contract';
import { CustomerId } from './ids.ts';

export const customerLacks = ['permission', 'brand'] as const;

/** Why somebody sees a customer, or what is missing: the policy's own answer. */
export const CustomerSight = z.object({
  allowed: z.boolean(),
  lacks: z.array(z.enum(customerLacks)),
  /** What else they may do with this customer. */
  may: z.array(z.enum(['edit', 'export', 'erase'])),
  /** Their roles that let them see customers at all, and how far. */
  roles: z.array(z.object({ name: z.string(), scope: z.enum(scopes) })),
});
export type CustomerSight = z.output<typeof CustomerSight>;

export const explainCustomerSight = route({
  method: 'POST',
  path: '/api/customers/:id/sight',
  summary: 'Why a teammate sees this customer, or what is missing; who asks is written in the audit log.',
  access: { permission: 'roles.configure' },
  params: z.object({ id: CustomerId }),
  body: z.object({ teammateId: TeammateId }),
  reply: CustomerSight,
});
