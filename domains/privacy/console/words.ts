import { words } from '#platform/ui';

/** What export and erasure say. */
export const privacyWords = words('privacy', {
  export: 'Export',
  exporting: 'Gathering',
  exportTitle: 'Everything that is known of {{name}}, as one file',
  exportFailed: 'The export could not be made.',
  erase: 'Erase',
  eraseTitle: 'Erase {{name}} for good?',
  eraseGoes: 'Removed: what they wrote, their names, addresses and numbers, their files, notes about them.',
  eraseStays:
    'Stays: that there were conversations, when, how long they took, and every figure. A proof of the erasure, without the person.',
  noUndo: 'This cannot be undone.',
  reason: 'Why',
  'asked-by-customer': 'The customer asked for it',
  'no-longer-needed': 'It is no longer needed',
  unlawful: 'It should never have been kept',
  keep: 'Keep',
});
