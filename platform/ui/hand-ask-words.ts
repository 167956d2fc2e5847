import { words } from './i18n.ts';

/** What is asked when somebody is full. */
export const handAskWords = words('hand-ask', {
  title: 'Hand it over anyway?',
  titleMe: 'Take it anyway?',
  titleMany: 'Hand them over anyway?',
  titleMeMany: 'Take them anyway?',
  says: '{{name}} has {{has}} of {{limit}} conversations at once.',
  saysMe: 'You have {{has}} of {{limit}} conversations at once.',
  noRoom: 'That is not enough room for all that is chosen.',
  waits: 'You can also choose somebody else, or let it wait in its queue until somebody is free.',
  waitsMany: 'You can also choose somebody else, or let them wait in their queue until somebody is free.',
  handOver: 'Hand it over',
  handOverMany: 'Hand them over',
  take: 'Take it',
  takeMany: 'Take them',
  cancel: 'Leave it as it is',
});
