import type { Domain } from '#platform/domain';

export const integrations: Domain = {
  name: 'integrations',
  needs: ['identity'],
};
