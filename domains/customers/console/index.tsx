import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const CustomersPage = lazy(async () => ({ default: (await import('./customers-page.tsx')).CustomersPage }));

const CustomerMoment = lazy(async () => ({ default: (await import('./customer-moment.tsx')).CustomerMoment }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [{ path: 'customers', title: 'Customers', component: CustomersPage }],
  moments: [
    {
      kinds: ['met', 'identity', 'note', 'company', 'merged', 'unmerged'].map((what) => `customer.${what}`),
      component: CustomerMoment,
    },
  ],
};
