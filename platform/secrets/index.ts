/** The secrets room: the key of this installation, and what is sealed with it. */
export { keyFor } from './secret-key.ts';
export { openSecret, sealSecret } from './seal.ts';
