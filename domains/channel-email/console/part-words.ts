import { words } from '#platform/ui';

/** What this domain is called where its parts are listed. */
export const mailPartWords = words('mail-parts', {
  consent: 'Sign in at a mail host',
  signatures: 'Signatures',
  ledger: 'Mail ledger',
});
