import { words } from '#platform/ui';

/** What the page of one's own signatures says, and every preview of a mail. */
export const signatureWords = words('mail-signatures', {
  title: 'Signatures',
  lead: 'What stands below the mails you write. A brand without one of its own takes the one for all brands, and without that the one of the line. {teammate}, {first}, {brand}, {line} and {number} are filled in.',
  publicName: 'Your name for customers',
  publicNameHint:
    'Stands for {teammate} and {first} in all that customers read. Left empty: the name your colleagues know.',
  all: 'For all brands',
  ofBrand: 'For {{brand}}',
  save: 'Save',
  saved: 'Saved',
  preview: 'As the customer sees it',
  previewOn: 'Shown on the line',
  from: 'From',
  sampleCustomer: 'Alice Weber',
  sampleReply: 'What you write stands here.',
  noLine: 'No e-mail line is open for it yet: there is nothing to sign.',
  ofLines: 'Names and signatures',
  ofLinesLead: 'From whom its mails are, and what ends them where whoever writes has no signature of their own.',
  ofLinesNone: 'No mail leaves under this name yet: open an e-mail channel for it first.',
  lineSignature: 'Signature',
  lineSignatureHint: '{teammate}, {first}, {brand}, {line} and {number} are filled in.',
  lineSignatureHintAlone: '{teammate}, {first}, {line} and {number} are filled in.',
  ownOnes: 'My own signatures',
  linesFailed: 'The channels could not be read',
  loading: 'Loading your signatures',
  failed: 'Your signatures could not be loaded',
});
