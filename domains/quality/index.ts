import type { Domain } from '#platform/domain';

export const quality: Domain = {
  name: 'quality',
  needs: ['identity', 'conversations'],
};
