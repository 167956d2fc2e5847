import type { Spanish } from '#platform/ui';
import type { privacyWords } from './words.ts';

export const es: Spanish<typeof privacyWords> = {
  area: 'privacy',
  words: {
    export: 'Exportar',
    exporting: 'Reuniendo',
    exportTitle: 'Todo lo que se sabe de {{name}}, en un archivo',
    exportFailed: 'No se ha podido hacer la exportación.',
    erase: 'Borrar',
    eraseTitle: '¿Borrar a {{name}} para siempre?',
    eraseGoes:
      'Se quita: lo que escribió, sus nombres, direcciones y números, sus archivos, las notas sobre esta persona.',
    eraseStays:
      'Se queda: que hubo conversaciones, cuándo, cuánto duraron, y todas las cifras. Una constancia del borrado, sin la persona.',
    noUndo: 'No se puede deshacer.',
    reason: 'Por qué',
    'asked-by-customer': 'El cliente lo pidió',
    'no-longer-needed': 'Ya no se necesita',
    unlawful: 'Nunca debió guardarse',
    keep: 'Conservar',
  },
};
