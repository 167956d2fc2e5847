import type { Phrases } from '#platform/words';

/** Hours in Spanish. */
export const es: Phrases = {
  'There is already a calendar of this name': 'Ya hay un calendario con este nombre',
  'There are 500 calendars already': 'Ya hay 500 calendarios',
  'Change one of them.': 'Cambia uno de ellos.',
  'Change business hours and holidays': 'Cambiar el horario de atención y los festivos',
  'When we work: hours by weekday (0 is Sunday), and days that differ; the standard ones are themselves under any name.':
    'Cuándo trabajamos: horas por día de la semana (0 es domingo) y días distintos; el estándar es el mismo con cualquier nombre.',
  'In which hours each brand is served: a calendar by its name, or null for the standard ones.':
    'En qué horario se atiende cada marca: un calendario por su nombre, o null para el estándar.',
  'Office hours': 'Horario de oficina',
};
