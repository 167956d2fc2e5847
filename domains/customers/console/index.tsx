import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const CustomersPage = lazy(async () => ({ default: (await import('./customers-page.tsx')).CustomersPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [{ path: 'customers', title: 'Customers', component: CustomersPage }],
};
