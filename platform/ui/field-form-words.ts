import { words } from './i18n.ts';

/** What a form of a workspace's own fields says. */
export const fieldFormWords = words('field-form', { yes: 'Yes', no: 'No', none: 'Not said', required: 'required' });
