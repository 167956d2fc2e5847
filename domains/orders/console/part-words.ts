import { words } from '#platform/ui';

/** The titles that load first. */
export const orderPartWords = words('orderParts', { orders: 'Orders' });
