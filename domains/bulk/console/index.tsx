import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const Bar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));
const Choose = lazy(async () => ({ default: (await import('./choose-button.tsx')).ChooseButton }));

/** What this domain brings to the console: choosing several rows of a list, and what is done to them at once. */
export const parts: ConsoleParts = {
  lists: [
    { id: 'choose', place: 'head', component: Choose },
    { id: 'bulk', place: 'foot', component: Bar },
  ],
  live: [{ topic: 'batch', paths: ['/api/batches/:id', '/api/batches'] }],
};
