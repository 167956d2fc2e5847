import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { privacyPartWords } from './part-words.ts';

const t = sayer(privacyPartWords);
const AuditPage = lazy(async () => ({ default: (await import('./audit-page.tsx')).AuditPage }));
const PrivacyActs = lazy(async () => ({ default: (await import('./privacy-acts.tsx')).PrivacyActs }));

const PrivacyPage = lazy(async () => ({ default: (await import('./privacy-page.tsx')).PrivacyPage }));
const ErasureProof = lazy(async () => ({ default: (await import('./proof.tsx')).ErasureProof }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  customers: [
    { id: 'privacy', order: 90, place: 'acts', component: PrivacyActs },
    { id: 'erasure-proof', order: 1, place: 'body', component: ErasureProof },
  ],
  settingsPages: [
    {
      id: 'privacy',
      get title() {
        return t('privacy');
      },
      group: 'trust',
      component: PrivacyPage,
    },
    {
      id: 'audit',
      get title() {
        return t('audit');
      },
      group: 'trust',
      component: AuditPage,
    },
  ],
};
