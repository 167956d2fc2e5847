import type { Domain } from '#platform/domain';

export const sla: Domain = {
  name: 'sla',
  needs: ['brands', 'calendars', 'teams', 'conversations'],
};
