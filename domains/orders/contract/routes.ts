/** How orders are asked for, and how a shop tells of them. */
import * as z from 'zod';
import { CustomerId } from '#domains/customers/contract';
import { cursor, page, route } from '#platform/contract';
import { OrderId } from './ids.ts';
import { ToldOrder, ToldProduct } from './told.ts';
import { OrderRow, OrderView, ProductView, Worth } from './views.ts';

const read = { permission: 'customers.read' } as const;
const write = { permission: 'orders.write' } as const;
const BrandId = z.uuid().meta({ object: 'Brand' });
/** The shop, and what it calls the thing. */
const named = z.object({
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  externalId: z.string().min(1).max(200),
});
const ofBrand = z.object({ brandId: BrandId.optional() });

export const listCustomerOrders = route({
  method: 'GET',
  path: '/api/customers/:id/orders',
  summary: 'What a customer bought, the newest order first, and what they are worth so far.',
  access: read,
  params: z.object({ id: CustomerId }),
  query: cursor,
  reply: page(OrderRow).extend({ worth: z.array(Worth) }),
});

export const listOrders = route({
  method: 'GET',
  path: '/api/orders',
  summary: 'Orders of the customers you serve, the newest first; with a number, those that begin with it.',
  access: read,
  query: cursor.extend({ number: z.string().trim().max(60).optional() }),
  reply: page(OrderRow.extend({ customerName: z.string() })),
});

export const readOrder = route({
  method: 'GET',
  path: '/api/orders/:id',
  summary: 'One order with its lines, payments and parcels.',
  access: read,
  params: z.object({ id: OrderId }),
  reply: OrderView,
});

export const listProducts = route({
  method: 'GET',
  path: '/api/products',
  summary: 'Products that shops told of, those told of last first.',
  access: read,
  query: cursor,
  reply: page(ProductView),
});

export const tellOrder = route({
  method: 'PUT',
  path: '/api/shops/:source/orders/:externalId',
  summary: 'A shop tells of an order, the whole of it: made or brought up to date. The same twice is once.',
  access: write,
  params: named,
  body: ToldOrder,
  reply: OrderView,
});

export const readToldOrder = route({
  method: 'GET',
  path: '/api/shops/:source/orders/:externalId',
  summary: 'The order a shop knows by this id.',
  access: read,
  params: named,
  query: ofBrand,
  reply: OrderView,
});

export const removeToldOrder = route({
  method: 'DELETE',
  path: '/api/shops/:source/orders/:externalId',
  summary: 'The shop has this order no longer.',
  access: write,
  params: named,
  query: ofBrand,
  reply: z.object({}),
});

export const tellProduct = route({
  method: 'PUT',
  path: '/api/shops/:source/products/:externalId',
  summary: 'A shop tells of a product: made or brought up to date.',
  access: write,
  params: named,
  body: ToldProduct,
  reply: ProductView,
});
