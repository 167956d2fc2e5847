import { words } from '#platform/ui';

/** Titles of parts that come later. */
export const taskPartWords = words('task-parts', { tasks: 'Tasks', mine: 'My tasks', checklists: 'Checklists' });
