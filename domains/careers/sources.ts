import { inTheirWords } from './translate.ts';
import { type SourceKey, sources } from './data/sources.ts';

/** The title of a source: of one the program knows, or the words that were given. */
export function sourceTitle(source: string): string {
  return isKnown(source) ? sources[source].title : source;
}

/** All that is known of a source, for the foot of a page. Its title is a name, and the same in every language. */
export function sourceOf(
  source: string,
  lang = 'en',
): {
  title: string;
  year: number | null;
  says: string | null;
  url: string | null;
} {
  return isKnown(source) ? inTheirWords(sources[source], lang) : { title: source, year: null, says: null, url: null };
}

function isKnown(source: string): source is SourceKey {
  return Object.hasOwn(sources, source);
}
