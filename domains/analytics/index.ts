import type { Domain } from '#platform/domain';

export const analytics: Domain = {
  name: 'analytics',
  needs: ['identity'],
};
