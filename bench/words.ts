import type { Random } from './random.ts';

/** What customers write about, commonest first; rarer words are made up. */
const common =
  'the to and is my order please not for you it have was with this delivery refund parcel when can from account still invoice received address return number help payment email shipping thanks wrong broken size card password cancel warranty replacement tracking courier discount subscription size charger colour missing damaged exchange receipt'.split(
    ' ',
  );
const syllables =
  'ka lo mi tra ben sol ver ni do ru pel an tos gri fa lum or zen ta qui bar del mo ste ri vun hal cor wex ju'.split(
    ' ',
  );

const vocabulary = 40_000;
const sentenceCount = 120_000;
/** Word frequencies of natural language fall with about this power of the rank. */
const zipfPower = 1.07;

/** The words of the bench: sentences whose words are as frequent, and as rare, as in people's language. */
export interface Words {
  sentence(): string;
  /** Some sentences, about this many characters. */
  text(characters: number): string;
  subject(): string;
  name(): string;
  word(): string;
}

/** Makes the vocabulary once; texts are put together from ready sentences, so that ten million of them take a minute. */
export function makeWords(random: Random): Words {
  const words = [...common];
  while (words.length < vocabulary) words.push(madeUp(random));
  const draw = zipf(words, random);
  const sentences: string[] = [];
  for (let n = 0; n < sentenceCount; n += 1) {
    const length = 4 + random.below(11);
    const parts = Array.from({ length }, draw);
    sentences.push(`${capital(parts.join(' '))}.`);
  }
  const sentence = (): string => random.pick(sentences);
  return {
    sentence,
    text(characters) {
      let text = sentence();
      while (text.length < characters) text += `${random.chance(0.15) ? '\n\n' : ' '}${sentence()}`;
      return text;
    },
    subject: () => capital(Array.from({ length: 2 + random.below(5) }, draw).join(' ')),
    name: () => `${capital(madeUp(random))} ${capital(madeUp(random))}`,
    word: draw,
  };
}

function zipf(words: readonly string[], random: Random): () => string {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank += 1) {
    sum += 1 / (rank + 1) ** zipfPower;
    sums[rank] = sum;
  }
  return () => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = words.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
}

function madeUp(random: Random): string {
  let word = random.pick(syllables) + random.pick(syllables);
  if (random.chance(0.6)) word += random.pick(syllables);
  if (random.chance(0.2)) word += random.pick(syllables);
  return word;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
