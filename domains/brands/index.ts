import type { Domain } from '#platform/domain';

export const brands: Domain = {
  name: 'brands',
  needs: ['identity'],
};
