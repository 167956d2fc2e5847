import type { Spanish } from '#platform/ui';
import type { pastWords } from './past-words.ts';

export const es: Spanish<typeof pastWords> = {
  area: 'mail-past',
  words: {
    title: 'Correo anterior a esta línea',
    lead: 'Lo que ya se leyó entra como conversaciones cerradas, para tener a mano el pasado de cada cliente. No se avisa a nadie, no se promete nada y nada cambia en el buzón. El correo sin leer entra siempre como correo nuevo.',
    span: 'Hasta cuándo atrás',
    d7: '7 días',
    d30: '30 días',
    all: 'Todo',
    begin: 'Traerlo',
    stop: 'Detener',
    looking: 'Mirando en el buzón',
    underWay_one: '{{done}} de {{count}} correo está aquí',
    underWay_other: '{{done}} de {{count}} correos están aquí',
    underWay_many: '{{done}} de {{count}} correos están aquí',
    done_one: '{{count}} correo está aquí.',
    done_other: 'Los {{count}} correos están aquí.',
    done_many: 'Los {{count}} correos están aquí.',
    nothing: 'No había correo leído de ese tiempo.',
    stopped_one: 'Detenido tras {{done}} de {{count}} correo. Lo que ya está aquí se queda.',
    stopped_other: 'Detenido tras {{done}} de {{count}} correos. Lo que ya está aquí se queda.',
    stopped_many: 'Detenido tras {{done}} de {{count}} correos. Lo que ya está aquí se queda.',
    figures: '{{taken}} en conversaciones, {{aside}} apartados, {{known}} ya estaban aquí.',
    ledger: 'Verlos en el registro',
  },
};
