import type { Spanish } from '#platform/ui';
import type { hoursWords } from './part-words.ts';

export const es: Spanish<typeof hoursWords> = {
  area: 'hours',
  words: {
    title: 'Horario',
    lead: 'Cuándo hay alguien. Los plazos prometidos a los clientes cuentan solo estas horas, y los clientes las leen.',
    which: 'Se atiende en',
    own: 'Un horario propio',
    ownName: 'Horario de {{name}}',
    shared: 'Este horario vale para quien no tiene uno propio.',
    hint: 'Por ejemplo 09:00-18:00, o 09:00-12:00, 13:00-17:00. Vacío es cerrado.',
    zone: 'Las horas son las de {{zone}}.',
    wrong: 'Escribe tramos como 09:00-18:00',
    save: 'Guardar el horario',
    saved: 'Guardado.',
    closed: 'cerrado',
    failed: 'No se ha podido leer el horario',
    loading: 'Leyendo el horario',
  },
};
