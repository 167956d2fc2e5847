import type { Spanish } from '#platform/ui';
import type { taskWords } from './words.ts';

export const es: Spanish<typeof taskWords> = {
  area: 'tasks',
  words: {
    add: 'Añadir una tarea',
    what: 'Qué hay que hacer',
    who: 'Quién',
    nobody: 'Nadie todavía',
    due: 'Para cuándo',
    save: 'Añadir',
    checklist: 'O una lista de pasos entera',
    choose: 'Elegir…',
    remove: 'Quitar: {{title}}',
    dueAt: 'vence {{when}}',
    late: 'vencía {{when}}',
    doneBy: 'Hecha por {{who}}, {{when}}',
    somebody: 'alguien',
    allMine: 'Todas mis tareas',
    mine: 'Mis tareas',
    noneTitle: 'Nada que hacer',
    none: 'Aquí están las tareas que te dan, primero lo que vence antes. Anota una junto a una conversación.',
    in: 'en la n.º {{number}} {{subject}}',
  },
};
