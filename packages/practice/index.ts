export { exampleLines, faultsIn } from './check.ts';
export { english } from './english.ts';
export { spanish } from './spanish.ts';
export type { Language } from './language.ts';
export {
  endedWell,
  mark,
  type Marked,
  type Marks,
  type Note,
  type NoteKind,
  type QuestionKey,
  questions,
} from './mark.ts';
export { play, type Play, type PlayedTurn } from './play.ts';
export {
  type Branch,
  type Ending,
  type Fact,
  leavesEnding,
  lineLengthLimit,
  lineLimit,
  type Outcome,
  type Reactions,
  type Scenario,
  type Turn,
} from './script.ts';
export { earsFor, type Heard, understand } from './understand.ts';
export { distance, sentencesOf } from './words.ts';
