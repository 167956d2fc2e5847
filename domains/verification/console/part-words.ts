import { words } from '#platform/ui';

/** Titles of parts that come later. */
export const verificationPartWords = words('verification-parts', {
  panel: 'Who they are',
  ways: 'Checking who somebody is',
});
