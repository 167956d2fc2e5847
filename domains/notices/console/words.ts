import { words } from '#platform/ui';

/** What the list of notices says. What each kind says comes from the domain that gives it. */
export const noticeWords = words('notices', {
  title: 'Notices',
  unseen_one: '{{count}} new',
  unseen_other: '{{count}} new',
  unseenMany: '{{count}} or more new',
  seeAll: 'Mark all as seen',
  none: 'Nothing new',
  noneWhy: 'When somebody gives you a conversation or names you, it appears here.',
  failed: 'Your notices did not load.',
  loading: 'Loading',
  more: 'Show more',
  isNew: 'New',
  other: 'Something happened',
  choices: 'What you hear about',
  mailOf: 'By mail: {{kind}}',
  mailNone: 'Not by mail',
  mailAtOnce: 'By mail at once',
  mailDigest: 'By mail, once an hour',
  mailTest: 'Send me a test',
  mailTested: 'On its way to {{to}}. If it does not come, ask an administrator to look at Settings, Health.',
  mailLead: 'Mails leave from the first mail line that can send. What you saw here meanwhile is not mailed.',
  choicesLead: 'Kinds you turn off no longer appear here. What came before stays.',
});
