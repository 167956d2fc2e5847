import { fold, stemOf, wordsOf } from '#science/text';
import type { MacroView } from '../contract.ts';

/** Shorter ones say little of what it is about. */
const fewestLetters = 4;

/** What is offered before anything is typed: words that share most with what was asked, then those used most. */
export function fitting(macros: readonly MacroView[], asked: string, most: number): readonly MacroView[] {
  const score = scoresOf(macros, asked);
  // the list comes most used first, and sorting keeps that among equals
  return [...score.keys()].sort((one, other) => (score.get(other) ?? 0) - (score.get(one) ?? 0)).slice(0, most);
}

/** Of these only such as share a word with what was asked that tells them from others. */
export function fittingBest(macros: readonly MacroView[], asked: string, most: number): readonly MacroView[] {
  const score = scoresOf(macros, asked);
  return fitting(macros, asked, most).filter((macro) => (score.get(macro) ?? 0) >= leastShared);
}

/** What one word is worth that stands in two macros: one that stands in more says too little alone. */
const leastShared = 0.5;

/** How much each macro with words shares with what was asked; a word of few macros is worth more than one of many. */
function scoresOf(macros: readonly MacroView[], asked: string): ReadonlyMap<MacroView, number> {
  const withWords = macros.filter(({ text }) => text.trim() !== '');
  const stems = new Map(withWords.map((macro) => [macro, stemsOf(`${macro.name} ${macro.text}`)]));
  const usedBy = new Map<string, number>();
  for (const each of stems.values()) for (const stem of each) usedBy.set(stem, (usedBy.get(stem) ?? 0) + 1);
  const wanted = stemsOf(asked);
  // a word that stands in most of them, such as the greeting, tells none from another
  const worth = (stem: string): number => {
    const count = usedBy.get(stem) ?? 0;
    return count === 0 || (count > 1 && count > withWords.length / 2) ? 0 : 1 / count;
  };
  const scoreOf = (macro: MacroView): number =>
    [...wanted].reduce((sum, stem) => sum + (stems.get(macro)?.has(stem) ? worth(stem) : 0), 0);
  return new Map(withWords.map((macro) => [macro, scoreOf(macro)]));
}

/** A word to type after `/`: the fewest first words of a name that no other's begins with. */
export function signOf(macro: MacroView, all: readonly MacroView[]): string {
  const parts = namePartsOf(macro);
  const others = all.filter(({ id }) => id !== macro.id).map((other) => namePartsOf(other).join(' '));
  const count = parts.findIndex((_, index) => {
    const begun = parts.slice(0, index + 1).join(' ');
    return !others.some((other) => other.startsWith(begun));
  });
  return parts.slice(0, count === -1 ? parts.length : count + 1).join(' ');
}

/** Those whose name has what was typed, without case and accents; first those that begin so: a first letter is enough. */
export function namedSo(macros: readonly MacroView[], typed: string): readonly MacroView[] {
  const asked = fold(typed);
  const has = macros.filter((macro) => namePartsOf(macro).join(' ').includes(asked));
  const begins = has.filter((macro) => namePartsOf(macro).join(' ').startsWith(asked));
  return [...begins, ...has.filter((macro) => !begins.includes(macro))];
}

function namePartsOf({ name }: MacroView): readonly string[] {
  const folded = fold(name);
  return folded.match(/[\p{L}\p{N}_-]+/gu) ?? [folded];
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = [...wordsOf(text.replaceAll(/\{[^}]*\}/gu, ' '))].map(({ word }) => word);
  return new Set(words.filter((word) => word.length >= fewestLetters).map((word) => stemOf(word)));
}
