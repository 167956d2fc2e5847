import type { Desk } from '#platform/domain';

/** Today’s service, the team’s quality and spirit: starts on the live board. */
export const teamLeader: Desk = {
  id: 'team-leader',
  title: 'Team leader',
  home: '/live',
  areas: ['live', 'inbox', 'calls', 'customers', 'knowledge', 'insights', 'schedule', 'quality', 'career', 'settings'],
  density: 'cosy',
  permissions: {
    'conversations.read': 'team',
    'views.export': 'team',
    'conversations.reply': 'team',
    'conversations.note': 'team',
    'improvements.settle': 'team',
    'conversations.assign': 'team',
    'conversations.close': 'team',
    'customers.read': 'brand',
    'customers.edit': 'brand',
    'lines.read': 'brand',
    'teams.read': 'team',
    'presence.set': 'team',
    'presence.read': 'team',
    'conversations.configure': 'team',
    'calls.take': 'own',
    'metrics.read': 'team',
    'sla.configure': 'team',
    'teams.configure': 'team',
    'settings.read': 'all',
    'health.read': 'all',
  },
};
