/** Words as a search sees them: folded, in any script, with their place in the text. */
export { fold, isPair, isPlain, longestWordLetters, stemOf, type Word, wordsOf } from './words.ts';
export { lengthened, mirrored } from './made-up.ts';
