import type { SitePage } from '#platform/domain';
import { home } from './home.ts';

/** The site's own pages. Those of domains come by their socket. */
export const pages: readonly SitePage[] = [home];
