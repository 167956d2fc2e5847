import type { Spanish } from '#platform/ui';
import type { orderPartWords } from './part-words.ts';

export const es: Spanish<typeof orderPartWords> = {
  area: 'orderParts',
  words: {
    orders: 'Pedidos',
  },
};
