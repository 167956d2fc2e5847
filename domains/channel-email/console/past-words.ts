import { words } from '#platform/ui';

/** What taking in the mail from before a line says. */
export const pastWords = words('mail-past', {
  title: 'Mail from before this line',
  lead: 'What was read already comes in as closed conversations, so that a customer’s past is at hand. Nobody is told, nothing is promised, and nothing changes in the mailbox. Unread mail comes in as new mail always.',
  span: 'How far back',
  d7: '7 days',
  d30: '30 days',
  all: 'All',
  begin: 'Take it in',
  stop: 'Stop',
  looking: 'Looking into the mailbox',
  underWay_one: '{{done}} of {{count}} mail is in',
  underWay_other: '{{done}} of {{count}} mails are in',
  done_one: '{{count}} mail is in.',
  done_other: 'All {{count}} mails are in.',
  nothing: 'There was no read mail of that time.',
  stopped_one: 'Stopped after {{done}} of {{count}} mail. What is in stays.',
  stopped_other: 'Stopped after {{done}} of {{count}} mails. What is in stays.',
  figures: '{{taken}} in conversations, {{aside}} set aside, {{known}} here already.',
  ledger: 'See them in the ledger',
});
