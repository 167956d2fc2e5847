import { isPair, wordsOf } from '#science/text';

/** Most places one part remembers: beyond 16,383 PostgreSQL counts every place as the last. */
const placeLimit = 16_000;
/** Longest text of one part, in characters; a longer conversation has several. */
const textLimit = 64_000;
/** Most places that are kept of one word, as PostgreSQL does. */
const placesOfWord = 255;

/** What is found by an operator has a name of its own among the words: `f:` from, `t:` to, `s:` subject, `a:` attached, `h:` has. */
export type FacetKind = 'f' | 't' | 's' | 'a' | 'h';

/** Words of one part on their way into a tsvector. */
export class Lexemes {
  readonly #places = new Map<string, number[]>();
  #next = 1;
  #letters = 0;

  /** Whether a text of this length still fits; a part that is empty takes anything and cuts it. */
  hasRoomFor(text: string): boolean {
    return this.#next === 1 || (this.#letters + text.length <= textLimit && this.#next < placeLimit / 2);
  }

  /** Adds a text's words in their order; a gap follows, so that no phrase reaches from one text into the next. */
  add(text: string): void {
    this.#letters += text.length;
    for (const { word } of wordsOf(text.slice(0, textLimit))) {
      if (this.#next >= placeLimit) break;
      this.#put(word);
      this.#next += 1;
    }
    this.#next += 2;
  }

  /** Adds words under the name of an operator. */
  addFacet(kind: FacetKind, text: string): void {
    for (const { word } of wordsOf(text)) {
      this.#put(`${kind}:${word}`);
      this.#next += 1;
    }
    this.#next += 2;
  }

  #put(word: string): void {
    const places = this.#places.get(word);
    if (places === undefined) this.#places.set(word, [this.#next]);
    else if (places.length < placesOfWord) places.push(this.#next);
  }

  /** As PostgreSQL reads a tsvector. */
  toTsvector(): string {
    return [...this.#places].map(([word, places]) => `'${quoted(word)}':${places.join(',')}`).join(' ');
  }

  /** Words worth remembering for typing mistakes: letters alone, neither short nor a code. */
  vocabulary(): string[] {
    return [...this.#places.keys()].filter((word) => /^\p{L}{4,30}$/u.test(word) && !isPair(word));
  }
}

/** A word between the quotes of a tsvector or tsquery. */
export function quoted(word: string): string {
  return word.replace(/[\\']/g, (sign) => sign + sign);
}
