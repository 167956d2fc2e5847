import { words } from '#platform/ui';

/** What is asked when somebody is full. */
export const handAskWords = words('hand-ask', {
  title: 'Hand it over anyway?',
  titleMe: 'Take it anyway?',
  says: '{{name}} has {{has}} of {{limit}} conversations at once.',
  saysMe: 'You have {{has}} of {{limit}} conversations at once.',
  waits: 'You can also choose somebody else, or let it wait in its queue until somebody is free.',
  handOver: 'Hand it over',
  take: 'Take it',
  cancel: 'Leave it as it is',
});
