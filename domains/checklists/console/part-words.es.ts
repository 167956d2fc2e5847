import type { Spanish } from '#platform/ui';
import type { taskPartWords } from './part-words.ts';

export const es: Spanish<typeof taskPartWords> = {
  area: 'task-parts',
  words: {
    tasks: 'Tareas',
    mine: 'Mis tareas',
    checklists: 'Listas de pasos',
  },
};
