import { sql, type RawBuilder } from 'kysely';
import { type Actor, holds, servesBrand } from '#platform/policy';

/** The parts of a customer that the rules look at. */
export interface CustomerFacts {
  readonly brandId: string;
  readonly erasedAt: Date | null;
}

/** What somebody lacks to see a customer. */
export type CustomerLack = 'permission' | 'brand';

/** What is missing for somebody to see a customer; nothing where they do: `can.read` is this answer. */
export function lacksToRead(actor: Actor, customer: Pick<CustomerFacts, 'brandId'>): CustomerLack[] {
  const lacks: CustomerLack[] = [];
  if (!holds(actor, 'customers.read')) lacks.push('permission');
  if (!servesBrand(actor, customer.brandId)) lacks.push('brand');
  return lacks;
}

/** Who sees and changes customers. A customer belongs to one brand, and is seen by who serves it. */
export const can = {
  read: (actor: Actor, customer: CustomerFacts): boolean => lacksToRead(actor, customer).length === 0,
  edit: (actor: Actor, customer: CustomerFacts): boolean =>
    can.read(actor, customer) && holds(actor, 'customers.edit') && !customer.erasedAt,
  export: (actor: Actor, customer: CustomerFacts): boolean =>
    can.read(actor, customer) && holds(actor, 'customers.export'),
  erase: (actor: Actor, customer: CustomerFacts): boolean =>
    can.read(actor, customer) && holds(actor, 'customers.erase') && !customer.erasedAt,
  make: (actor: Actor, brandId: string): boolean => servesBrand(actor, brandId) && holds(actor, 'customers.edit'),
};

/** The SQL twin of `read`, over the column brand_id of a customer or company. */
export function visible(actor: Actor): RawBuilder<boolean> {
  if (!holds(actor, 'customers.read')) return sql<boolean>`false`;
  return actor.brandIds === 'all' ? sql<boolean>`true` : sql<boolean>`brand_id = any(${[...actor.brandIds]}::uuid[])`;
}
