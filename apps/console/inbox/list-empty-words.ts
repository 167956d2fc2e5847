import { words } from '#platform/ui';

/** What an empty list says: the next thing to do, and what will come there. It comes with the first empty list. */
export const listEmptyWords = words('list-empty', {
  noLine: 'Nothing can come yet',
  noLineHint: 'No line is open by which customers reach you. An administrator opens one in Settings, Channels.',
  openLine: 'Open a line',
  lookAround: 'Look around in a sample shop',
  mine: 'Nothing of yours is open',
  mineWait_one:
    '{{count}} conversation waits for anybody: take it, or it may be given to you. What comes next will appear at once.',
  mineWait_other:
    '{{count}} conversations wait for anybody: take one, or one may be given to you. What comes next will appear at once.',
  mineHint: 'Nobody waits either. What comes next will appear at once.',
  toUnassigned: 'See who waits',
  unassigned: 'Nobody waits',
  unassignedHint: 'Whoever writes stands here until somebody takes it. What comes next will appear at once.',
  all: 'Nothing is open',
  allHint: 'Everything is answered and closed. What comes next will appear at once.',
  snoozed: 'Nothing is put away',
  snoozedHint:
    'Put a conversation away with {{key}}: it comes back by itself at its time, or when the customer writes.',
  closed: 'Nothing was closed yet',
  closedHint: 'What you close with {{key}} stands here, and can be opened again.',
  mentions: 'Nobody has named you',
  mentionsHint: 'A colleague who writes @ and your name in a note calls you here.',
  drafts: 'No drafts',
  draftsHint: 'What you begin and do not send waits here, also on your other devices.',
  escalations: 'Nothing is pressing',
  escalationsHint: 'What is open with a high or urgent priority stands here.',
  queue: 'Nothing waits in this queue',
  queueHint: 'What comes next will appear at once.',
  other: 'Nothing here',
  otherHint: 'Nothing meets these conditions now. What comes next will appear at once.',
});
