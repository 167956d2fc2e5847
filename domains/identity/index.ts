import type { Domain } from '#platform/domain';

export const identity: Domain = {
  name: 'identity',
  needs: [],
};
