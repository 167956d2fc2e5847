const accented: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  g: 'ğ',
  i: 'í',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ü',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  Y: 'Ý',
};
/** A translation is longer than its English: by this much, as a share. */
const longerBy = 0.4;

/** "Send" as "[Šéñð ··]". What is filled in stays as it is. */
export function lengthened(text: string): string {
  const said = text
    .split(/(\{\{\w+\}\})/u)
    .map((part, place) =>
      place % 2 === 1 ? part : part.replaceAll(/[a-z]/giu, (letter) => accented[letter] ?? letter),
    )
    .join('');
  return `[${said} ${'·'.repeat(Math.max(1, Math.ceil(text.length * longerBy) - 3))}]`;
}

/** The same words, marked to be read from right to left. */
export function mirrored(text: string): string {
  return `[\u202E${text}\u202C]`;
}
