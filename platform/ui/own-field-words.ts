import { words } from './i18n.ts';

/** What a condition on a field of the workspace's own says. */
export const ownFieldWords = words('ui-own-field', {
  ownField: 'Field of our own',
  chooseField: 'Choose a field',
  yes: 'yes',
  no: 'no',
  value: 'Value',
});
