import { words } from '#platform/ui';

/** What the hours of a brand say on its page. */
export const hoursWords = words('hours', {
  title: 'Hours',
  lead: 'When somebody is there. Times promised to customers count these hours alone, and customers read them.',
  which: 'Served in',
  own: 'Hours of its own',
  ownName: 'Hours of {{name}}',
  shared: 'These hours count for everybody who has none of their own.',
  hint: 'Such as 09:00-18:00, or 09:00-12:00, 13:00-17:00. Empty is closed.',
  zone: 'Times are those of {{zone}}.',
  wrong: 'Write spans such as 09:00-18:00',
  save: 'Save the hours',
  saved: 'Saved.',
  closed: 'closed',
  failed: 'The hours could not be read',
  loading: 'Reading the hours',
});
