import { words } from '#platform/ui';

/** What is said when something speaks against closing. */
export const closeAskWords = words('close-ask', {
  partsTitle: '#{{number}} has open parts',
  partsLead: 'A whole is usually closed after its parts:',
  closeAnyway: 'Close all the same',
  cancel: 'Leave it open',
  reasonTitle: 'What was #{{number}} about?',
  reasonLead: 'This brand closes a conversation only with a reason.',
  reason: 'Reason',
  choose: 'Choose one',
  reasonClose: 'Set it and close',
});
