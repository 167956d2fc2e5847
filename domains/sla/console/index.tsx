import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const Clock = lazy(async () => ({ default: (await import('./queue-clock.tsx')).QueueClock }));

/** What this domain brings to the console: the moment at which a queue becomes late although nothing happens. */
export const parts: ConsoleParts = { lists: [{ id: 'queue-clock', place: 'foot', component: Clock }] };
