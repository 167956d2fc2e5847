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
    archiveOne: 'Archivar {{name}}',
    archiveLead: 'Qué pasa al archivar {{name}}:',
    archiveFirst: 'La primera marca se queda: lo que no nombra ninguna marca es suyo.',
    linesClose:
      'Sus canales se cierran y lo que los clientes escriban allí ya no se recibe: {{addresses}}. Abre una dirección de nuevo en otra marca si deben poder seguir escribiendo.',
    linesNone: 'No tiene ningún canal abierto.',
    figures: 'Sus cifras, artículos y ajustes se quedan como están. Ya no se ofrece en ninguna parte.',
    goBack:
      'Se puede recuperar aquí en cualquier momento; los canales cerrados se abren entonces de nuevo, porque sus contraseñas se eliminan.',
    keep: 'Conservarla',
    archiveNow: 'Archivar',
    archiveClosing: 'Cerrar sus canales y archivar',
    archived: '{{name}} está archivada.',
    archivedTitle: 'Ya no se atienden',
    archivedSince: 'desde {{when}}',
    restore: 'Recuperar',
    restoreOne: 'Recuperar {{name}}',
    restored: '{{name}} se atiende de nuevo. Abre otra vez sus canales.',
    atLeast: '{{count}} o más',
    mayNot: 'Cómo te conocen los clientes lo dice un administrador',
    mayNotLead: 'Pregunta a uno si algo de aquí está mal.',
    failed: 'No se pudo leer',
    loading: 'Leyendo cómo te conocen los clientes',
  },
};
