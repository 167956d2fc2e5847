import type { Spanish } from '#platform/ui';
import type { areaSightWords } from './area-sight-words.ts';

export const es: Spanish<typeof areaSightWords> = {
  area: 'area-sight',
  words: {
    ask: '¿Quién puede abrir esto?',
    title: 'Quién puede abrir «{{page}}»',
    lead: 'Responden las propias puertas de la página. Que lo hayas preguntado queda en el registro de auditoría.',
    close: 'Cerrar',
    more: 'Mostrar más',
    loading: 'Preguntando a las puertas',
    changes: 'abre y cambia',
    opens: 'abre, no cambia nada',
    by: 'por {{roles}}',
  },
};
