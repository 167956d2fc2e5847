import { words } from '#platform/ui';

/** What the composer says of people and files; it comes with the parts that say it, not with the first page. */
export const composerWords = words('composer', {
  passingOn_one: 'Passing on a message with {{count}} file',
  passingOn_other: 'Passing on a message with {{count}} files',
  dontPassOn: 'Do not pass it on',
  quoteToAll: 'Quote the last message below, to everyone named here',
  toShort: 'To',
  ccShort: 'Cc',
  bccShort: 'Bcc',
  nobodyYet: 'nobody yet',
  copyTo: '· copy to {{names}}',
  blindCount_one: '· {{count}} blind copy',
  blindCount_other: '· {{count}} blind copies',
  changePeople: 'Change who gets this',
  onlyOne: 'Without copies',
  replyAll: 'Reply to all',
  takeOutPerson: 'Take out {{name}}',
  addPerson: '{{list}}: add an address',
  badAddress: 'This is no address yet. Write it whole, like name@example.com.',
  filesOfDraft: 'Files of this message',
  takeOutFile: 'Take out {{name}}',
  fileTooLarge: 'too large: 20 MB at most, send a link instead',
  filesTooLarge: 'does not go along: 20 MB at most together, send it by itself or as a link',
  filesTooMany: 'does not go along: 30 files at most, send it with another message',
  fileFailed: 'did not arrive: take it out and add it again',
});
