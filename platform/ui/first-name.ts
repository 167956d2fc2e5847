/** Words that no first name is: articles, ways to address somebody, and what shops and offices are called. */
const noName: ReadonlySet<string> = new Set(
  (
    'the a an der die das el la los las le les il lo de het en ett mr mrs ms miss dr prof herr frau señor señora ' +
    'bank shop store team support service services info office hotel club group company co corp inc ltd llc gmbh bv ab oy'
  ).split(' '),
);
/** A word of a name as its bearer writes it: a capital first, and small letters too. */
const nameWord = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*$/u;

/**
 * How somebody is called in a short line: the first of two or three words that look like a person's name, else the whole
 * name. "The Bank" is nobody called The.
 */
export function firstNameOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const isPerson =
    (words.length === 2 || words.length === 3) &&
    words.every((word) => nameWord.test(word) && !noName.has(word.toLowerCase()));
  return isPerson ? (words[0] ?? '') : name.trim();
}
