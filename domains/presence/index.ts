import type { Domain } from '#platform/domain';

export const presence: Domain = {
  name: 'presence',
  needs: ['identity'],
};
