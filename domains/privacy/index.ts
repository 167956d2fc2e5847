import type { Domain } from '#platform/domain';

export const privacy: Domain = {
  name: 'privacy',
  needs: ['identity'],
};
