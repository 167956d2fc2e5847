import { words } from '#platform/ui';

/** The bar over every page of the sample shop. It comes with the shop. */
export const sampleBarWords = words('sample-bar', {
  here: 'This is the sample shop: its people are made up, and nothing leaves it.',
  back: 'Back to {{name}}',
  stuck: 'Going back did not work. Try again.',
});
