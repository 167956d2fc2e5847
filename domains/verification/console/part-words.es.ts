import type { Spanish } from '#platform/ui';
import type { verificationPartWords } from './part-words.ts';

export const es: Spanish<typeof verificationPartWords> = {
  area: 'verification-parts',
  words: {
    panel: 'Quién es',
    ways: 'Comprobar quién es alguien',
  },
};
