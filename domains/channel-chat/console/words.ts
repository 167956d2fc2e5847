import { words } from '#platform/ui';

/** What the page of chats in Settings says. */
export const chatSettingWords = words('chat-settings', {
  title: 'Chats',
  lead: 'How many chats one teammate may have at once, and how soon a chat should be answered. Whoever has more at hand than their number keeps them, and takes the next when there is room.',
  loading: 'Reading the settings of chats',
  mayNot: 'Your role does not show the settings',
  mayNotSays: 'Ask an administrator for the right “See the settings”.',
  everybody: 'Everybody',
  limit: 'Chats at once',
  goal: 'Goal for an answer, in seconds',
  mailAfter: 'Unseen goes by mail after, in seconds',
  save: 'Save',
  own: 'Numbers of their own',
  ownLead:
    'For teammates who take more or fewer than everybody, for instance while they are new. It counts from the next chat.',
  none: 'Nobody has a number of their own',
  noneSays: 'Everybody may have {{limit}}.',
  person: 'Teammate',
  personHint: 'Letters of the name or the address find somebody.',
  personUnknown: 'Choose somebody from the list.',
  add: 'Give this number',
  limitOf: 'Chats at once: {{name}}',
  hasLeft: 'Works here no longer',
  remove: 'Remove',
  removeOne: 'Remove the number of {{name}}',
  removed: '{{name}} has the number of everybody again',
  more: 'Show more',
});
