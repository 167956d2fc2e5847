import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '#platform/ctx';
import type { BodyOf } from '#platform/contract';
import { mayNot, notFound } from '#platform/problem';
import { brandOf, firstBrand } from '#domains/brands';
import {
  type changeCustomer as changeRoute,
  customerChanged,
  type CustomerView,
  type FieldView,
  type IdentityKind,
  type makeCustomer as makeRoute,
} from './contract.ts';
import { changedValues } from './field-values.ts';
import { findOrMakeCustomer, insertIdentityOf } from './find-or-make-customer.ts';
import { can } from './policy.ts';
import { lockCustomer } from './queries.ts';
import { customerView } from './views.ts';

/** Makes a customer by hand; somebody who is known by this address already is that customer. */
export async function makeCustomer(ctx: Ctx, body: BodyOf<typeof makeRoute>): Promise<CustomerView> {
  const brand = body.brandId === undefined ? await firstBrand(ctx) : await brandOf(ctx, body.brandId);
  if (!can.read(ctx.actor, { brandId: brand.id, erasedAt: null })) throw notFound();
  if (!can.make(ctx.actor, brand.id)) throw mayNot();
  const { customerId } = await findOrMakeCustomer(ctx, {
    brandId: brand.id,
    ...body.identity,
    name: body.name,
    at: ctx.now,
  });
  return customerView(ctx, customerId);
}

/**
 * Changes what is known of a customer. The history says which parts, never what they were. `form` is handed in by who has
 * read the fields already.
 */
export async function changeCustomer(
  ctx: Ctx,
  id: string,
  body: BodyOf<typeof changeRoute>,
  form?: readonly FieldView[],
): Promise<CustomerView> {
  const before = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, before)) throw mayNot();
  const after = {
    name: body.name ?? before.name,
    locale: body.locale === undefined ? before.locale : body.locale,
    zone: body.zone === undefined ? before.zone : body.zone,
    place: body.place === undefined ? before.place : body.place,
    tags: body.tags === undefined ? [...before.tags] : [...new Set(body.tags)],
    custom: await changedValues(
      ctx,
      { kind: 'customer', brandId: before.brandId, before: before.custom, form },
      body.custom ?? {},
    ),
  };
  const fields = (['name', 'locale', 'zone', 'place', 'tags', 'custom'] as const).filter(
    (field) => !isDeepStrictEqual(after[field], before[field]),
  );
  if (fields.length === 0) return customerView(ctx, before.id);
  const custom = JSON.stringify(after.custom);
  await ctx.db
    .updateTable('customers')
    .set({ ...after, custom })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', before.id)
    .execute();
  ctx.emit(customerChanged, before.id, { fields: [...fields] });
  return customerView(ctx, before.id);
}

/** Adds a way to find this customer. */
export async function addIdentity(ctx: Ctx, id: string, kind: IdentityKind, value: string): Promise<CustomerView> {
  const customer = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  await insertIdentityOf(ctx, customer, kind, value, ctx.now);
  return customerView(ctx, customer.id);
}

/** Mail or messages to this identity came back, or arrive again: `at` null. */
export async function noteUndeliverable(ctx: Ctx, identityId: string, at: Date | null): Promise<void> {
  await ctx.db
    .updateTable('identities')
    .set({ undeliverable_at: at })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', identityId)
    .execute();
}
