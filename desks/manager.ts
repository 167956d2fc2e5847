import type { Desk } from '#platform/domain';

/** The operation: cost, people, quality, coverage, improvement. */
export const manager: Desk = {
  id: 'manager',
  title: 'Customer service manager',
  home: '/operation',
  areas: ['operation', 'live', 'inbox', 'customers', 'insights', 'schedule', 'quality', 'hiring', 'settings'],
  density: 'cosy',
  permissions: {
    'conversations.read': 'brand',
    'views.export': 'brand',
    'conversations.reply': 'brand',
    'conversations.note': 'brand',
    'conversations.assign': 'brand',
    'conversations.close': 'brand',
    'customers.read': 'brand',
    'customers.edit': 'brand',
    'lines.read': 'brand',
    'teams.read': 'brand',
    'presence.set': 'brand',
    'presence.read': 'brand',
    'conversations.configure': 'brand',
    'calls.take': 'own',
    'metrics.read': 'brand',
    'sla.configure': 'brand',
    'teams.configure': 'brand',
    'settings.read': 'all',
    'health.read': 'all',
    'lines.configure': 'brand',
    'customers.export': 'brand',
    'hiring.manage': 'brand',
  },
};
