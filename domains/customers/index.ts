import type { Domain } from '#platform/domain';

export const customers: Domain = {
  name: 'customers',
  needs: ['identity', 'brands'],
};
