import { words } from './i18n.ts';

/** What joins conditions, in words. */
export const conditionWords = words('ui-conditions', {
  conditions: 'Conditions',
  matchAll: 'All of these',
  matchAny: 'Any of these',
  match: 'How they are joined',
  addCondition: 'Add a condition',
  addGroup: 'Add a group',
  removeCondition: 'Remove “{{field}}”',
  removeGroup: 'Remove this group',
  noConditions: 'Nothing is asked: it holds everything you may see.',
  addValue: 'Add',
  removeValue: 'Remove {{name}}',
});
