import type { Spanish } from '#platform/ui';
import type { teamWords } from './words.ts';

export const es: Spanish<typeof teamWords> = {
  area: 'teams',
  words: {
    title: 'Equipos',
    lead: 'Quién trabaja en un equipo se dice en Personas. Aquí: cuándo trabaja cada uno.',
    follows:
      'Lo pospuesto vuelve a un equipo dentro de su horario, cuando el cliente también está despierto. Los plazos prometidos a los clientes siguen el horario de la marca.',
    members_one: '{{count}} persona',
    members_many: '{{count}} personas',
    members_other: '{{count}} personas',
    hours: 'Horario de {{name}}',
    asBrand: 'El de la marca para la que trabaja',
    own: 'Un horario propio',
    change: 'Cambiar el horario de {{name}}',
    alsoOf: 'Este horario vale también para {{others}}.',
    standard: 'quien no tiene uno propio',
    someBrands_one: '{{count}} marca',
    someBrands_many: '{{count}} marcas',
    someBrands_other: '{{count}} marcas',
    open: 'Abierto ahora',
    opensAt: 'Cerrado, abre {{when}}',
    neverOpens: 'Cerrado, no abre nunca: lo pospuesto vuelve a la hora que se pidió',
    brandDecides: 'Abierto siempre que lo esté la marca de la conversación',
    more: 'Los horarios de las marcas se crean en Tu organización; otros vienen con el archivo de configuración.',
    saved: 'Horario de {{name}} guardado',
    none: 'No ves ningún equipo',
    noneHint: 'Quien puede cambiar los roles puede dejarte verlos.',
    failed: 'No se pudieron leer los equipos',
    loading: 'Leyendo los equipos',
  },
};
