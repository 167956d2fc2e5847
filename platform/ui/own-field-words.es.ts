import type { Spanish } from './i18n.ts';
import type { ownFieldWords } from './own-field-words.ts';

export const es: Spanish<typeof ownFieldWords> = {
  area: 'ui-own-field',
  words: {
    ownField: 'Campo propio',
    chooseField: 'Elige un campo',
    yes: 'sí',
    no: 'no',
    value: 'Valor',
  },
};
