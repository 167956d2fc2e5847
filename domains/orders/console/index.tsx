import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { orderPartWords } from './part-words.ts';

const t = sayer(orderPartWords);
const OrdersPage = lazy(async () => ({ default: (await import('./orders-page.tsx')).OrdersPage }));
const OrderPanel = lazy(async () => ({ default: (await import('./order-panel.tsx')).OrderPanel }));
const CustomerOrders = lazy(async () => ({ default: (await import('./customer-orders.tsx')).CustomerOrders }));
const OrderMoment = lazy(async () => ({ default: (await import('./order-moment.tsx')).OrderMoment }));

/** Asked for by the desk of chats, in the head of each. */
export const LatestOrder = lazy(async () => ({ default: (await import('./latest-order.tsx')).LatestOrder }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'orders',
      get title() {
        return t('orders');
      },
      component: OrdersPage,
    },
  ],
  panels: [
    {
      id: 'order',
      get title() {
        return t('orders');
      },
      order: 30,
      component: OrderPanel,
      isFirst: true,
      isWhole: true,
    },
  ],
  customers: [{ id: 'orders', order: 5, place: 'body', component: CustomerOrders }],
  moments: [{ kinds: ['order.placed', 'order.delivered', 'order.refunded'], component: OrderMoment }],
};
