/** Links and going, as the pages of the console know them. */
export { AppLink, useGo } from '#platform/ui';
