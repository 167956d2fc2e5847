import type { Spanish } from '#platform/ui';
import type { feedWords } from './feed-words.ts';

export const es: Spanish<typeof feedWords> = {
  area: 'opening-feeds',
  words: {
    title: 'Vacantes de otros sitios',
    lead: 'Las vacantes que publican otros aparecen en el sitio de empleo debajo de las tuyas, cada una con su fuente y un enlace a su propia página, donde uno se postula. Cada fuente se lee cuatro veces al día.',
    loading: 'Llegan las fuentes',
    failed: 'Esto no llegó',
    mayNot: 'Tu rol no contrata',
    mayNotSays: 'Pide a un administrador el permiso «Write openings, and see who applies».',
    none: 'Todavía no se ha nombrado ninguna fuente',
    noneSays: 'Da la dirección de una página con vacantes, o de su canal de noticias.',
    add: 'Añadir una fuente',
    brand: 'Marca',
    name: 'Quién publica',
    nameHint: 'El sitio lo dice junto a cada vacante: «Fuente: …».',
    address: 'Dirección de la página o del canal',
    addressHint:
      'Una página con JobPosting de schema.org, o RSS, Atom o JSON Feed. Solo se leen direcciones de la internet pública.',
    reading: 'Leyéndose',
    read: 'Leída {{date}}',
    notRead: 'No se pudo leer {{date}}',
    shown: 'Vacantes en el sitio: {{count}}',
    next: 'Próxima lectura {{date}}',
    kept: 'Lo leído antes se queda siete días en el sitio.',
    again: 'Leerla ahora',
    remove: 'Quitar',
    removeTitle: '¿Quitar {{name}}?',
    removeSays: 'Todas las vacantes que vinieron de ahí desaparecen enseguida del sitio.',
    keep: 'Conservarla',
    seeSite: 'Ver las vacantes en el sitio',
  },
};
