import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const Tools = lazy(async () => ({ default: (await import('./list-tools.tsx')).ListTools }));

/** What this domain brings to the console: the filter of the list in sight, and the views. */
export const parts: ConsoleParts = { lists: [{ id: 'views', place: 'head', component: Tools }] };
