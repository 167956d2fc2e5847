import { customerUnmerged } from '#domains/customers/contract';
import { answer, type Domain, within } from '#platform/domain';
import { notFound } from '#platform/problem';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { importOrders } from './importable.ts';
import { keptOrders } from './kept.ts';
import { listCustomerOrders, listOrders } from './list-orders.ts';
import { moments } from './own-moments.ts';
import { personalData } from './personal-data.ts';
import { listProducts, tellProduct } from './products.ts';
import { orderByName, visibleOrder } from './queries.ts';
import { removeToldOrder } from './remove-order.ts';
import { brandFor, tellOrder } from './tell-order.ts';
import { countApart } from './totals.ts';
import { orderView } from './views.ts';
import { es } from './said.es.ts';

/** What customers bought, as their shops tell us. */
export const orders: Domain = {
  name: 'orders',
  needs: ['identity', 'brands', 'customers'],
  said: { es },
  routes: [
    answer(
      contract.listCustomerOrders,
      (ctx, { params, query }) => listCustomerOrders(ctx, params.id, query) as Promise<never>,
    ),
    answer(contract.listOrders, (ctx, { query }) => listOrders(ctx, query) as Promise<never>),
    answer(contract.readOrder, async (ctx, { params }) => orderView(ctx, await visibleOrder(ctx, params.id))),
    answer(contract.listProducts, (ctx, { query }) => listProducts(ctx, query) as Promise<never>),
    answer(contract.tellOrder, (ctx, { params, body }) => tellOrder(ctx, params, body)),
    answer(contract.readToldOrder, async (ctx, { params, query }) => {
      const order = await orderByName(ctx, { ...params, brandId: await brandFor(ctx, query.brandId) });
      if (!order) throw notFound();
      return orderView(ctx, order);
    }),
    answer(contract.removeToldOrder, async (ctx, { params, query }) => {
      await removeToldOrder(ctx, params, query.brandId);
      return {};
    }),
    answer(contract.tellProduct, (ctx, { params, body }) => tellProduct(ctx, params, body)),
  ],
  permissions: [
    {
      name: 'orders.write',
      says: 'Tell of orders, products and payments, as the key of a shop does',
      group: 'customers',
    },
  ],
  personalData,
  keeps: [keptOrders],
  moments,
  importables: [importOrders],
  reactions: [within(customerUnmerged, countApart)],
  demo,
};
