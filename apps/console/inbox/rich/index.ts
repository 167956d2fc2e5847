/** The editor of formatted words: fetched as one part, when form is first asked for. */
export { RichField } from './rich-field.tsx';
export { upgrade } from './upgrade.ts';
