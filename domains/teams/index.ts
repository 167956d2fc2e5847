import type { Domain } from '#platform/domain';

export const teams: Domain = {
  name: 'teams',
  needs: ['identity', 'brands', 'calendars'],
};
