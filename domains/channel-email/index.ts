import type { Domain } from '#platform/domain';

export const channelEmail: Domain = {
  name: 'channel-email',
  needs: ['brands', 'customers', 'conversations'],
};
