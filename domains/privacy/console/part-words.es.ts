import type { Spanish } from '#platform/ui';
import type { privacyPartWords } from './part-words.ts';

export const es: Spanish<typeof privacyPartWords> = {
  area: 'privacy-parts',
  words: {
    audit: 'Registro de auditoría',
    privacy: 'Privacidad',
  },
};
