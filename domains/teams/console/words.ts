import { words } from '#platform/ui';

/** Settings > Teams. */
export const teamWords = words('teams', {
  title: 'Teams',
  lead: 'Who works in a team is said under People. Here: when each of them works.',
  follows:
    'What is snoozed comes back to a team in its hours, where the customer is awake too. Times promised to customers keep to the hours of the brand.',
  members_one: '{{count}} person',
  members_other: '{{count}} people',
  hours: 'Hours of {{name}}',
  asBrand: 'As the brand it works for',
  own: 'Hours of its own',
  change: 'Change the hours of {{name}}',
  alsoOf: 'These hours also count for {{others}}.',
  standard: 'everybody without hours of their own',
  someBrands_one: '{{count}} brand',
  someBrands_other: '{{count}} brands',
  open: 'Open now',
  opensAt: 'Closed, opens {{when}}',
  neverOpens: 'Closed, never opens: what is snoozed comes back at the time that was asked for',
  brandDecides: 'Open whenever the brand of a conversation is',
  more: 'Hours of brands are made under Your organisation; more come with the set-up file.',
  saved: 'Hours of {{name}} set',
  none: 'You see no team',
  noneHint: 'Whoever may change roles can let you see them.',
  failed: 'The teams could not be read',
  loading: 'Reading the teams',
});
