import { words } from '#platform/ui';

/** Who opens a page of Settings. */
export const areaSightWords = words('area-sight', {
  ask: 'Who can open this?',
  title: 'Who can open “{{page}}”',
  lead: 'Answered by the page’s own doors. That you asked stands in the audit log.',
  close: 'Close',
  more: 'Show more',
  loading: 'Asking the doors',
  changes: 'opens and changes',
  opens: 'opens, changes nothing',
  by: 'by {{roles}}',
});
