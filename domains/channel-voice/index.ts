import type { Domain } from '#platform/domain';

export const channelVoice: Domain = {
  name: 'channel-voice',
  needs: ['brands', 'customers', 'presence', 'conversations'],
};
