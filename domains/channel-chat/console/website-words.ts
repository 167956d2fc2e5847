import { words } from '#platform/ui';

/** What the form of a website's line says. */
export const websiteLineWords = words('chat-website', {
  loading: 'Reading the line',
  onYourWebsite: 'On your website',
  goesWhere: 'Put this line before </body> of each page that should have the chat and the form.',
  copy: 'Copy',
  copied: 'Copied',
  tryIt: 'Try it',
  newTab: '(opens in a new tab)',
  pretend: 'Pretend customers write here, for practice. No website is behind it.',
  hidden: 'How it is set is shown to whoever may set up channels.',
  name: 'Name',
  nameHint: 'As your colleagues know this line.',
  sites: 'Websites that may show it',
  sitesHint: 'One a line, without a page. Left empty, any website may.',
  siteWrong: 'Not a website: {{line}}',
  greeting: 'First words',
  greetingHint: 'What somebody reads there before they write. Left empty, nothing of yours.',
  asks: 'Ask for name and e-mail before they write',
  'asks-never': 'Never',
  'asks-outside-hours': 'When nobody is here',
  'asks-always': 'Always',
  asksHint: 'With an address, an answer reaches them by mail once they have left.',
  open: 'Open the line',
  save: 'Save',
  saved: 'Saved',
});
