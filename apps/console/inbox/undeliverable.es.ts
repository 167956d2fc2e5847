import type { Spanish } from '#platform/ui';
import type { undeliverableWords } from './undeliverable.tsx';

export const es: Spanish<typeof undeliverableWords> = {
  area: 'undeliverable',
  words: {
    says: 'El correo a {{address}} vuelve desde {{when}}: lo que envíes muy probablemente no llegará.',
    lift: 'Intentarlo de nuevo',
  },
};
