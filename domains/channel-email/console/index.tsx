import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { mailPartWords } from './part-words.ts';

const t = sayer(mailPartWords);
const MailLineForm = lazy(async () => ({ default: (await import('./mail-line-form.tsx')).MailLineForm }));
const LedgerPage = lazy(async () => ({ default: (await import('./ledger-page.tsx')).LedgerPage }));
const ConsentPage = lazy(async () => ({ default: (await import('./consent-page.tsx')).ConsentPage }));
const SignaturesPage = lazy(async () => ({ default: (await import('./signatures-page.tsx')).SignaturesPage }));
const BrandLetters = lazy(async () => ({ default: (await import('./brand-letters.tsx')).BrandLetters }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  pages: [
    {
      path: 'mail-consent',
      get title() {
        return t('consent');
      },
      component: ConsentPage,
    },
  ],
  settingsPages: [
    {
      id: 'signatures',
      get title() {
        return t('signatures');
      },
      group: 'answer',
      component: SignaturesPage,
    },
  ],
  brands: [{ id: 'letters', order: 10, component: BrandLetters }],
  live: [
    { topic: 'mail-test', paths: ['/api/mail-tests/:id'] },
    { topic: 'past-mail', paths: ['/api/lines/:id/past-mail'] },
    { topic: 'mail-ledger', paths: ['/api/lines/:id/ledger', '/api/lines/:id/ledger-summary'] },
  ],
  lines: [
    {
      channel: 'email',
      form: MailLineForm,
      pages: [
        {
          id: 'ledger',
          get title() {
            return t('ledger');
          },
          component: LedgerPage,
        },
      ],
    },
  ],
};
