import type { Domain } from '#platform/domain';

export const notices: Domain = {
  name: 'notices',
  needs: ['identity'],
};
