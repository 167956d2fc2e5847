import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { identityPartWords } from './part-words.ts';

const t = sayer(identityPartWords);
const AccessPage = lazy(async () => ({ default: (await import('./access-page.tsx')).AccessPage }));
const KeysPage = lazy(async () => ({ default: (await import('./keys-page.tsx')).KeysPage }));
const RolesPage = lazy(async () => ({ default: (await import('./roles-page.tsx')).RolesPage }));
const SsoPage = lazy(async () => ({ default: (await import('./sso-page.tsx')).SsoPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people-page.tsx')).PeoplePage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  settingsPages: [
    {
      id: 'access',
      get title() {
        return t('access');
      },
      group: 'mine',
      isForAll: true,
      component: AccessPage,
    },
    {
      id: 'people',
      get title() {
        return t('people');
      },
      group: 'people',
      component: PeoplePage,
    },
    {
      id: 'roles',
      get title() {
        return t('roles');
      },
      group: 'people',
      component: RolesPage,
    },
    {
      id: 'sso',
      get title() {
        return t('sso');
      },
      group: 'trust',
      component: SsoPage,
    },
    {
      id: 'keys',
      get title() {
        return t('keys');
      },
      group: 'trust',
      component: KeysPage,
    },
  ],
};
