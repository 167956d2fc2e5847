import type { Spanish } from '#platform/ui';
import type { personSightWords } from './person-sight-words.ts';

export const es: Spanish<typeof personSightWords> = {
  area: 'person-sight',
  words: {
    title: '¿Qué puede ver {{name}}?',
    lead: 'Responden las mismas reglas que abren cada puerta. Que lo hayas preguntado queda en el registro de auditoría.',
    close: 'Cerrar',
    loading: 'Preguntando a las reglas',
    outside: '{{name}} es invitado o cliente: de los ajustes ve lo suyo.',
    areas: 'Páginas de los ajustes',
    changes: 'abre y cambia',
    opens: 'abre, no cambia nada',
    shut: 'no abre',
    'shut-all': 'Ninguna de las demás se le abre.',
    'shut-more_one': 'Otra página no se abre.',
    'shut-more_many': 'Las otras {{count}} páginas no se abren.',
    'shut-more_other': 'Las otras {{count}} páginas no se abren.',
    by: 'por {{roles}}',
    roles: 'Lo que permiten sus roles',
    nothing: 'Este rol no permite nada aquí.',
    'scope-own': 'lo suyo',
    'scope-team': 'sus equipos',
    'scope-brand': 'sus marcas',
    'scope-all': 'en todas partes',
  },
};
