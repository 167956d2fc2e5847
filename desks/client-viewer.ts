import type { Desk } from '#platform/domain';

/** A client of an outsourcer: the figures of their own brand, and nothing that names a teammate. */
export const clientViewer: Desk = {
  id: 'client-viewer',
  title: 'Client viewer',
  home: '/client',
  areas: ['client', 'settings'],
  density: 'cosy',
  permissions: {
    'metrics.client': 'brand',
  },
};
