/** How orders and products are named. */
import { id } from '#platform/contract';

export const OrderId = id('Order');
export const ProductId = id('Product');
