import type { Spanish } from './i18n.ts';
import type { fieldFormWords } from './field-form-words.ts';

export const es: Spanish<typeof fieldFormWords> = {
  area: 'field-form',
  words: {
    yes: 'Sí',
    no: 'No',
    none: 'Sin decir',
    required: 'obligatorio',
  },
};
