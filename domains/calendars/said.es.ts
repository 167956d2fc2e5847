import type { Phrases } from '#platform/words';

/** Hours in Spanish. */
export const es: Phrases = {
  'There is already a calendar of this name': 'Ya hay un calendario con este nombre',
  'There are 500 calendars already': 'Ya hay 500 calendarios',
  'Change one of them.': 'Cambia uno de ellos.',
  'Change business hours and holidays': 'Cambiar el horario de atención y los festivos',
  'When we work: hours by weekday (0 is Sunday), and days that differ; the standard ones are themselves under any name.':
    'Cuándo trabajamos: horas por día de la semana (0 es domingo) y días distintos; el estándar es el mismo con cualquier nombre.',
  'Office hours': 'Horario de oficina',
};
