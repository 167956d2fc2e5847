import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { customerPartWords } from './part-words.ts';

const t = sayer(customerPartWords);

const CustomersPage = lazy(async () => ({ default: (await import('./customers-page.tsx')).CustomersPage }));

const CustomerMoment = lazy(async () => ({ default: (await import('./customer-moment.tsx')).CustomerMoment }));

const FieldsPage = lazy(async () => ({ default: (await import('./fields-page.tsx')).FieldsPage }));

const SightAct = lazy(async () => ({ default: (await import('./sight-act.tsx')).SightAct }));

const PersonSight = lazy(async () => ({ default: (await import('./person-sight.tsx')).PersonSight }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'customers',
      get title() {
        return t('customers');
      },
      component: CustomersPage,
    },
  ],
  settingsPages: [
    {
      id: 'fields',
      get title() {
        return t('fields');
      },
      group: 'answer',
      component: FieldsPage,
    },
  ],
  customers: [{ id: 'sight', order: 95, place: 'acts', component: SightAct }],
  sights: [{ id: 'customer', order: 20, component: PersonSight }],
  moments: [
    {
      kinds: ['met', 'identity', 'note', 'consent', 'company', 'merged', 'unmerged'].map((what) => `customer.${what}`),
      component: CustomerMoment,
    },
  ],
};
