import { words } from '#platform/ui';

/** What writing first says beside the words of the inbox. */
export const composeWords = words('compose', {
  discard: 'Discard',
  keptHere: 'Closed, it waits on this device.',
  signed: 'It will be signed:',
  from: 'From {{name}}',
  copies: 'Copies',
});
