import { words } from '#platform/ui';

/** What the last two steps of the set-up say. */
export const firstTeamWords = words('first-team', {
  who: 'Their addresses, one a line',
  whoHint: 'ana@example.com, or Ana Lee <ana@example.com>. Up to 50 at a time; more under Settings, People.',
  role: 'What they may do',
  byMail: 'Send each their invitation by mail',
  byMailHint: 'From your first channel. You get the links either way.',
  invited: 'Invited',
  linkLead: 'Each link works once, for seven days, and is shown this once.',
  mailSent: 'The mail has left.',
  mailFailed: 'The mail did not leave: {{says}}',
  mailUnsure: 'Nobody knows whether the mail left: {{says}}',
  copyOne: 'Copy the link of {{name}}',
  copyAll: 'Copy all links',
  copied: 'Copied',
  notRead: 'Not an address: {{line}}',
  refused: '{{address}}: {{why}}',
  writeTo: 'Write a mail to this address from any mailbox of yours, as a customer would:',
  begin: 'Begin the mail',
  subject: 'Is anybody there?',
  waiting: 'Waiting for your first conversation. A mailbox is looked at within a minute.',
  arrived: 'It is here.',
  tryChat: 'Write to yourself',
  waitingChat: 'Waiting for your first conversation. What you write there is here at once.',
  ring: 'Your test phone is simulated: let it ring in the area Calls, and answer it there.',
});
