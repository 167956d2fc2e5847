import { lazy } from 'react';
import { type ConsoleParts, sayer, words } from '#platform/ui';

const t = sayer(words('privacyPages', { audit: 'Audit log' }));
const AuditPage = lazy(async () => ({ default: (await import('./audit-page.tsx')).AuditPage }));
const PrivacyActs = lazy(async () => ({ default: (await import('./privacy-acts.tsx')).PrivacyActs }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  customers: [{ id: 'privacy', order: 90, place: 'acts', component: PrivacyActs }],
  settingsPages: [{ id: 'audit', title: t('audit'), group: 'trust', component: AuditPage }],
};
