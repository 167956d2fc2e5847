import type { Spanish } from '#platform/ui';
import type { mailPartWords } from './part-words.ts';

export const es: Spanish<typeof mailPartWords> = {
  area: 'mail-parts',
  words: {
    consent: 'Iniciar sesión en un servidor de correo',
    signatures: 'Firmas',
    ledger: 'Registro del correo',
  },
};
