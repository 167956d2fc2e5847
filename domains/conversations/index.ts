import type { Domain } from '#platform/domain';

export const conversations: Domain = {
  name: 'conversations',
  needs: ['identity', 'brands', 'customers', 'teams'],
};
