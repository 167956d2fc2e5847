import type { Domain } from '#platform/domain';

export const calendars: Domain = {
  name: 'calendars',
  needs: ['identity'],
};
