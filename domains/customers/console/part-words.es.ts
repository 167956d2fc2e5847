import type { Spanish } from '#platform/ui';
import type { customerPartWords } from './part-words.ts';

export const es: Spanish<typeof customerPartWords> = {
  area: 'customer-parts',
  words: {
    customers: 'Clientes',
    fields: 'Campos',
  },
};
