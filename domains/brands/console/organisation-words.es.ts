import type { Spanish } from '#platform/ui';
import type { organisationWords } from './organisation-words.ts';

export const es: Spanish<typeof organisationWords> = {
  area: 'organisation',
  words: {
    alone: 'Tu organización',
    aloneLead:
      'Cómo te conocen los clientes. Aparece en lo que ven de ti: las páginas de ayuda, el chat, las cartas y los formularios.',
    many: 'Tus marcas',
    manyLead: 'Cada una tiene sus propios clientes, conversaciones, artículos y cifras; nadie ve una que no atiende.',
    second: 'Atender a clientes con un segundo nombre',
    secondLead:
      'Sus clientes y conversaciones quedan aparte de los que ya tienes. Quien trabaja aquí sigue atendiendo la primera; tú dices quién atiende también la nueva.',
    add: 'Añadir una marca',
    name: 'Nombre',
    hue: 'Color',
    hueHint: 'Muévelo hasta que el cuadro sea el tuyo. El texto encima se lee bien con cualquier color.',
    language: 'Idioma',
    languageHint: 'En el que se responde a los clientes cuando no se sabe otra cosa.',
    zone: 'Huso horario',
    zoneHint: 'Por ejemplo, Europe/Lisbon.',
    save: 'Guardar',
    saved: 'Guardado.',
    added: 'Añadida. Ahora di quién la atiende y abre sus canales.',
    cancel: 'Cancelar',
    who: 'Quién la atiende',
    whoLead: 'Ven a sus clientes y toman sus conversaciones desde este mismo momento.',
    more: 'Mostrar más personas',
    mayNot: 'Cómo te conocen los clientes lo dice un administrador',
    mayNotLead: 'Pregunta a uno si algo de aquí está mal.',
    failed: 'No se pudo leer',
    loading: 'Leyendo cómo te conocen los clientes',
  },
};
