import { words } from '#platform/ui';

/** What writing first says beside the words of the inbox. */
export const composeWords = words('compose', {
  discard: 'Discard',
  notYet: 'Not sent: there was no line yet. Send again when you are done.',
  keptHere: 'Closed, it waits on this device.',
  signed: 'It will be signed:',
  from: 'From {{name}}',
  copies: 'Copies',
});
