import { lazy } from 'react';
import type { ConsoleParts } from '#platform/ui';

const PrivacyActs = lazy(async () => ({ default: (await import('./privacy-acts.tsx')).PrivacyActs }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  customers: [{ id: 'privacy', order: 90, place: 'acts', component: PrivacyActs }],
};
