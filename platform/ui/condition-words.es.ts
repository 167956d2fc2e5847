import type { Spanish } from './i18n.ts';
import type { conditionWords } from './condition-words.ts';

export const es: Spanish<typeof conditionWords> = {
  area: 'ui-conditions',
  words: {
    conditions: 'Condiciones',
    matchAll: 'Todas estas',
    matchAny: 'Alguna de estas',
    match: 'Cómo se unen',
    addCondition: 'Añadir una condición',
    addGroup: 'Añadir un grupo',
    removeCondition: 'Quitar «{{field}}»',
    removeGroup: 'Quitar este grupo',
    noConditions: 'No se pide nada: contiene todo lo que puedes ver.',
    addValue: 'Añadir',
    removeValue: 'Quitar {{name}}',
  },
};
