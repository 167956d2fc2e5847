import type { Play, PlayedTurn } from './play.ts';
import type { Scenario } from './script.ts';
import { plain, wordsOf } from './words.ts';

/** What a practice is looked at for. */
export const questions = ['greeted', 'listened', 'verified', 'explained', 'solved', 'tone'] as const;
export type QuestionKey = (typeof questions)[number];

/** One thing seen in one line: what, whether it helped, and the words that show it. */
export interface Note {
  readonly turn: number;
  readonly helped: boolean;
  readonly what: NoteKind;
  readonly quote: string;
  /** Words of the customer that came back, or the time that was named. */
  readonly words: readonly string[];
  readonly question: QuestionKey;
}
export type NoteKind =
  | 'greeted'
  | 'theirWords'
  | 'acknowledged'
  | 'asked'
  | 'verified'
  | 'explained'
  | 'nextAndWhen'
  | 'nextOnly'
  | 'vagueTime'
  | 'ended'
  | 'noGreeting'
  | 'blamed'
  | 'rude'
  | 'dismissed'
  | 'shouted'
  | 'onlyWords'
  | 'repeated'
  | 'parroted'
  | 'told';

/** One question's mark, 0 to 1, null where it does not apply (yet), with the lines it rests on. */
export interface Marked {
  readonly question: QuestionKey;
  readonly mark: number | null;
  readonly restsOn: readonly Note[];
}

export interface Marks {
  readonly questions: readonly Marked[];
  readonly notes: readonly Note[];
}

/** Words a line needs for each thing it earns, so that a heap of keywords earns little. */
const wordsPerCredit = 5;
const creditsLimit = 4;
/** Two lines this alike are one; a line this like the customer's own is an echo. */
const alike = 0.8;
const parrot = 0.7;
/** Fewest words of a whole conversation that say something about its tone. */
const fewWords = 8;

/** Marks a conversation: each question with what it rests on, each line with what it did. One that was broken off is over. */
export function mark(scenario: Scenario, play: Play, isOver = play.ending !== null): Marks {
  const notes = play.turns.flatMap((turn, index) => notesOf(scenario, play, turn, index));
  const of = (question: QuestionKey): readonly Note[] => notes.filter((note) => note.question === question);
  const judged = (question: QuestionKey, value: number | null): Marked => ({
    question,
    mark: value === null || play.turns.length === 0 ? null : Math.round(Math.max(0, Math.min(1, value)) * 100) / 100,
    restsOn: of(question),
  });
  return {
    notes,
    questions: [
      judged('greeted', greeted(of('greeted'))),
      judged('listened', of('listened').filter(({ helped }) => helped).length / 2),
      judged('verified', scenario.mustVerify ? verified(play, of('verified')) : null),
      judged('explained', explained(play, of('explained'))),
      judged('solved', isOver ? Number(endedWell(play)) : null),
      judged('tone', tone(play, of('tone'))),
    ],
  };
}

/** Whether the customer was helped, or handed to somebody who helps. */
export function endedWell({ ending }: Play): boolean {
  return ending !== null && ['solved', 'routed', 'agreed'].includes(ending.how);
}

function greeted(notes: readonly Note[]): number {
  const first = notes.find(({ helped }) => helped)?.turn;
  if (first === undefined) return 0;
  return first === 0 ? 1 : 0.5;
}

function verified(play: Play, notes: readonly Note[]): number {
  if (play.ending?.how === 'breach' || notes.length === 0) return 0;
  return notes.some(({ turn }) => play.turns[turn]?.wentOn) ? 1 : 0.5;
}

/** A next step with a time is whole; without one half; what the customer could not use counts half of that. */
function explained(play: Play, notes: readonly Note[]): number {
  const worth: Partial<Record<NoteKind, number>> = { nextAndWhen: 1, nextOnly: 0.5, vagueTime: 0.25, explained: 0.25 };
  return notes.reduce((best, { what, turn }) => {
    const value = (worth[what] ?? 0) * (play.turns[turn]?.wentOn ? 1 : 0.5);
    return Math.max(best, value);
  }, 0);
}

function tone(play: Play, notes: readonly Note[]): number {
  const words = play.turns.reduce((sum, { heard }) => sum + (heard.isSentence ? heard.wordCount : 0), 0);
  if (words < fewWords) return 0;
  const cost: Partial<Record<NoteKind, number>> = {
    rude: 0.5,
    blamed: 0.4,
    dismissed: 0.4,
    shouted: 0.25,
    onlyWords: 0.2,
  };
  const warm = notes.some(({ what }) => what === 'acknowledged');
  return notes.reduce((left, { what }) => left - (cost[what] ?? 0), warm ? 1 : 0.5);
}

function notesOf(scenario: Scenario, play: Play, turn: PlayedTurn, index: number): readonly Note[] {
  const bad = faultsOf(play, turn, index);
  const earnsNothing = bad.some(({ what }) => what === 'onlyWords' || what === 'repeated' || what === 'parroted');
  if (earnsNothing) return bad;
  const credits = creditsOf(scenario, play, turn, index);
  const allowed = Math.max(1, Math.min(creditsLimit, Math.floor(turn.heard.wordCount / wordsPerCredit)));
  const earned = credits.filter(({ helped }) => helped).slice(0, allowed);
  return [...earned, ...credits.filter(({ helped }) => !helped), ...bad];
}

function creditsOf(scenario: Scenario, play: Play, turn: PlayedTurn, index: number): readonly Note[] {
  const { acts, echoes, time } = turn.heard;
  const note = (
    question: QuestionKey,
    what: NoteKind,
    act: string,
    words: readonly string[] = [],
    helped = true,
  ): Note => ({
    turn: index,
    helped,
    what,
    quote: acts.get(act) ?? turn.own,
    words,
    question,
  });
  const notes: Note[] = [];
  if (index < 2 && (acts.has('greet') || isAddressed(scenario, turn.own)))
    notes.push(note('greeted', 'greeted', 'greet'));
  else if (index === 0) notes.push(note('greeted', 'noGreeting', '', [], false));
  if (acts.has('verify') && scenario.mustVerify) notes.push(note('verified', 'verified', 'verify'));
  if (acts.has('nextStep') && time) notes.push(note('explained', 'nextAndWhen', 'time', [time]));
  else if (acts.has('nextStep') && acts.has('vagueTime'))
    notes.push(note('explained', 'vagueTime', 'vagueTime', [], false));
  else if (acts.has('nextStep') && turn.wentOn) notes.push(note('explained', 'nextOnly', 'nextStep', [], false));
  if (echoes.length >= 2 || (echoes.length === 1 && (acts.has('reflect') || acts.has('acknowledge'))))
    notes.push(note('listened', 'theirWords', 'reflect', echoes.slice(0, 4)));
  else if (acts.has('ask') && turn.wentOn) notes.push(note('listened', 'asked', 'ask'));
  const warm = ['acknowledge', 'apologise', 'thank'].find((act) => acts.has(act));
  if (warm) notes.push(note('tone', 'acknowledged', warm));
  if (acts.has('explain') && !acts.has('nextStep')) notes.push(note('explained', 'explained', 'explain'));
  if (play.ending && index === play.turns.length - 1 && turn.wentOn && play.ending.how !== 'breach')
    notes.push(note('solved', 'ended', ''));
  if (play.ending?.how === 'breach' && index === play.turns.length - 1)
    notes.push(note('verified', 'told', '', [], false));
  return notes;
}

/** Whether the customer is called by name: as good as a greeting where there is no time for one. */
function isAddressed({ persona }: Scenario, line: string): boolean {
  const names = wordsOf(persona.name).filter((name) => name.length > 2 && name !== 'mrs');
  return wordsOf(line).some((word) => names.includes(word));
}

function faultsOf(play: Play, turn: PlayedTurn, index: number): readonly Note[] {
  const { acts, isSentence } = turn.heard;
  const fault = (question: QuestionKey, what: NoteKind, quote = turn.own): Note => ({
    turn: index,
    helped: false,
    what,
    quote,
    words: [],
    question,
  });
  const faults: Note[] = [];
  for (const [act, what] of [
    ['rude', 'rude'],
    ['blame', 'blamed'],
    ['dismiss', 'dismissed'],
  ] as const)
    if (acts.has(act)) faults.push(fault('tone', what, acts.get(act)));
  if (isShouted(turn.own)) faults.push(fault('tone', 'shouted'));
  if (!isSentence) faults.push(fault('tone', 'onlyWords'));
  if (play.turns.slice(0, index).some(({ own }) => likeness(own, turn.own) >= alike))
    faults.push(fault('listened', 'repeated'));
  const before = play.turns[index - 1]?.answer;
  if (before && turn.heard.wordCount > 4 && likeness(before, turn.own) >= parrot)
    faults.push(fault('listened', 'parroted'));
  return faults;
}

/** The share of words that two lines have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, new Set([...a, ...b]).size);
}

function isShouted(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  return letters.length > 12 && letters.filter((one) => one !== plain(one)).length / letters.length > 0.6;
}
