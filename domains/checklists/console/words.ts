import { words } from '#platform/ui';

/** What tasks say. */
export const taskWords = words('tasks', {
  add: 'Add a task',
  what: 'What is to be done',
  who: 'Who',
  nobody: 'Nobody yet',
  due: 'By when',
  save: 'Add',
  checklist: 'Or a whole checklist',
  choose: 'Choose …',
  remove: 'Remove: {{title}}',
  dueAt: 'due {{when}}',
  late: 'was due {{when}}',
  doneBy: 'Done by {{who}}, {{when}}',
  somebody: 'somebody',
  allMine: 'All my tasks',
  mine: 'My tasks',
  noneTitle: 'Nothing to do',
  none: 'Tasks that are given to you stand here, what is due first. Write one down beside a conversation.',
  in: 'in #{{number}} {{subject}}',
});
