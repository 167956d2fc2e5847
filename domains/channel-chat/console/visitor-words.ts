import { words } from '#platform/ui';

/** What is said of a visitor above the field one answers in. */
export const visitorWords = words('chat-visitor', {
  here: 'On the website now',
  goesByMail: 'Gone since {{time}}. What they have not seen goes on by mail to {{address}}',
  leftWithAddress: 'Gone since {{time}}. An answer goes on by mail to {{address}}',
  left: 'Gone since {{time}}. They read it when they come back',
});
