import type { Html } from '#platform/page';
import type { Tools } from './tools.ts';

/** A page that a domain brings to a public site. The site finds the address and draws its frame around the answer. */
export interface SitePage {
  /** The site: the name of its app, such as `careers`. */
  readonly site: string;
  readonly method: 'GET' | 'POST';
  /** Below the site's own address: `/openings/:opening`. */
  readonly path: string;
  /** Its word in the head of every page, by language; only for pages without parts in their path. */
  readonly nav?: { readonly order: number; readonly words: Readonly<Record<string, string>> };
  /** Largest form in bytes; 100 kB where none is given. */
  readonly formLimitBytes?: number;
  /** Addresses below the site for the map of the site: those a search engine should find. */
  addresses?(visit: SiteVisit): Promise<readonly string[]>;
  answer(visit: SiteVisit): Promise<SiteAnswer>;
}

/** A part that a domain brings to the site's own pages: openings on the page of a role, a count on its card. */
export interface SitePiece {
  readonly site: string;
  /** Where on the site: the README of the app lists the places. */
  readonly on: string;
  readonly order: number;
  /** The part for each subject (role, place, skill), asked once for all of a page; who has none is left out. */
  draw(visit: SiteVisit, subjects: readonly string[]): Promise<ReadonlyMap<string, Html>>;
}

/** A stranger at a page: which brand they came to, in which language, and what they asked. */
export interface SiteVisit {
  readonly tools: Tools;
  readonly workspaceId: string;
  readonly brand: { readonly id: string; readonly name: string; readonly slug: string };
  /** The language of the page: one that the site is translated to. */
  readonly lang: string;
  /** The place they chose, by its key; null where they chose none. */
  readonly place: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Where the request came from, for limits alone: never stored. */
  readonly from: string;
  /** Whether somebody from there may do this once more within the hour; asking counts. */
  isWithin(what: string, timesAnHour: number): boolean;
  /** An address of the site that keeps brand, language and place. */
  href(path: string, query?: Readonly<Record<string, string | null>>): string;
  /** The same with scheme and host, for links that leave the page. */
  absolute(path: string): string;
  /** What was sent: also files, within the page's limit. */
  form(): Promise<FormData>;
}

/** What a page says, or where to go on. */
export type SiteAnswer = SiteContent | { readonly goTo: string };

export interface SiteContent {
  readonly title: string;
  readonly description?: string;
  /** What stands between head and foot; begins with an `h1`. */
  readonly body: Html;
  /** 404 for what is not there, 422 for a form with mistakes. */
  readonly status?: number;
  /** Not for search engines and not kept by caches: pages of one person. */
  readonly isPrivate?: boolean;
  /** Facts for machines, as schema.org has them. */
  readonly facts?: readonly unknown[];
  /** Other text than a page: a feed. Then nothing is drawn around it. */
  readonly raw?: { readonly mediaType: string; readonly text: string };
}
