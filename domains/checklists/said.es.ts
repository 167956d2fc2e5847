import type { Phrases } from '#platform/words';

/** Tasks in Spanish. */
export const es: Phrases = {
  'You may not change this task': 'No puedes cambiar esta tarea',
  'There are too many checklists': 'Hay demasiadas listas de pasos',
  'Somebody gave you a task': 'Te dieron una tarea',
  'A task of yours is due': 'Una tarea tuya vence',
  'Checklists: tasks that are put into a conversation together, each with its time in hours from then.':
    'Listas de pasos: tareas que se ponen juntas en una conversación, cada una con su plazo en horas desde entonces.',
};
