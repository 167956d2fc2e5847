import { words } from '#platform/ui';

/** The few words that stand in the first load: titles of pages that come later. */
export const customerPartWords = words('customer-parts', { customers: 'Customers', fields: 'Fields' });
