/** How orders and products are named. */
import type * as z from 'zod';
import { id } from '#platform/contract';

export const OrderId = id('Order');
export type OrderId = z.output<typeof OrderId>;
export const ProductId = id('Product');
