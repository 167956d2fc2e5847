import { words } from '#platform/ui';

/** What the page of feeds says in the console. */
export const feedWords = words('opening-feeds', {
  title: 'Openings from elsewhere',
  lead: 'Openings that others publish stand on the careers site below your own, each with its source and a link to its own page, where one applies. A feed is read four times a day.',
  loading: 'The feeds are coming',
  failed: 'This did not come',
  mayNot: 'Your role does not hire',
  mayNotSays: 'Ask an administrator for the right “Write openings, and see who applies”.',
  none: 'No feed is named yet',
  noneSays: 'Give the address of a page with openings, or of their feed.',
  add: 'Add a feed',
  brand: 'Brand',
  name: 'Who publishes it',
  nameHint: 'The site says it beside each opening: “Source: …”.',
  address: 'Address of the page or feed',
  addressHint:
    'A page with JobPosting of schema.org in it, or RSS, Atom or JSON Feed. Only addresses of the public internet are fetched.',
  reading: 'Being read',
  read: 'Read {{date}}',
  notRead: 'Could not be read {{date}}',
  shown: 'Openings on the site: {{count}}',
  next: 'Next reading {{date}}',
  kept: 'What was read before stays on the site for seven days.',
  again: 'Read it now',
  remove: 'Take away',
  removeTitle: 'Take {{name}} away?',
  removeSays: 'Every opening that came from it is gone from the site at once.',
  keep: 'Keep it',
  seeSite: 'See the openings on the site',
});
