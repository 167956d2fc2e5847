import type { Language } from './language.ts';
import {
  type Branch,
  type Ending,
  leavesEnding,
  lineLengthLimit,
  lineLimit,
  type Scenario,
  type Turn,
} from './script.ts';
import { type Ears, earsFor, type Heard, understand } from './understand.ts';

/** One line of one's own, what it did, and the customer's answer. */
export interface PlayedTurn {
  readonly own: string;
  readonly heard: Heard;
  /** Which turn of the script it was said at. */
  readonly at: string;
  /** Whether the script went on because of it. */
  readonly wentOn: boolean;
  readonly answer: string;
}

/** A conversation as far as it went. */
export interface Play {
  readonly turns: readonly PlayedTurn[];
  /** The turn that waits for a line; null when it has ended. */
  readonly at: string | null;
  readonly ending: (Ending & { readonly id: string }) | null;
  readonly linesLeft: number;
}

/** Unheeded lines at one turn after which the customer leaves. */
const patienceLines = 3;
/** Rude lines after which the customer leaves. */
const rudeLimit = 2;

/** Plays a scenario with the lines written so far; lines after its end are not played. */
export function play(scenario: Scenario, language: Language, lines: readonly string[]): Play {
  const ears = earsFor(language, scenario.phrases);
  const turns: PlayedTurn[] = [];
  let at = scenario.start;
  let said = scenario.opening;
  let unheeded = 0;
  let rude = 0;
  for (const line of lines.slice(0, lineLimit)) {
    const step = stepFrom(scenario, ears, at, line.slice(0, lineLengthLimit), said, unheeded);
    rude += step.heard.acts.has('rude') ? 1 : 0;
    const leaves = !step.wentOn && (unheeded + 1 >= patienceLines || rude >= rudeLimit);
    const runsOut = turns.length + 1 === lineLimit && !(step.to in scenario.endings);
    const to = leaves || runsOut ? leavesEnding : step.to;
    const ending = scenario.endings[to];
    const answer = ending && (leaves || runsOut || step.answer === '') ? filled(ending.says, step.heard) : step.answer;
    turns.push({ own: line, heard: step.heard, at, wentOn: step.wentOn, answer });
    if (ending) return { turns, at: null, ending: { ...ending, id: to }, linesLeft: 0 };
    unheeded = step.wentOn ? 0 : unheeded + 1;
    at = to;
    said = answer;
  }
  return { turns, at, ending: null, linesLeft: lineLimit - turns.length };
}

interface Step {
  readonly heard: Heard;
  readonly wentOn: boolean;
  readonly to: string;
  readonly answer: string;
}

function stepFrom(scenario: Scenario, ears: Ears, at: string, line: string, said: string, unheeded: number): Step {
  const turn = scenario.turns[at];
  if (!turn) throw new Error(`The scenario ${scenario.id} has no turn ${at}.`);
  const heard = understand(ears, line, said);
  const branch = heard.acts.has('rude') ? undefined : branchFor(turn, heard);
  if (branch) return { heard, wentOn: true, to: branch.to, answer: filled(branch.says ?? '', heard) };
  return { heard, wentOn: false, to: at, answer: reactionTo(scenario, turn, heard, unheeded) };
}

/** The first branch whose acts were all done; a list of words opens no branch. */
export function branchFor(turn: Turn, heard: Heard): Branch | undefined {
  if (!heard.isSentence) return undefined;
  return turn.hears.find(({ on }) =>
    on.every((act) => (act.startsWith('!') ? !heard.acts.has(act.slice(1)) : heard.acts.has(act))),
  );
}

function reactionTo({ reactions }: Scenario, turn: Turn, heard: Heard, unheeded: number): string {
  const does = (act: string): boolean => heard.acts.has(act);
  if (does('rude')) return reactions.rude;
  if (does('blame')) return reactions.blame;
  if (does('dismiss')) return reactions.dismiss;
  if (unheeded > 0) return turn.otherwise[1];
  if (does('vagueTime') && does('nextStep')) return reactions.vague;
  if (does('greet') && heard.acts.size <= 2 && heard.wordCount <= 10) return reactions.onlyGreeting;
  if (does('apologise') && !does('ask') && !does('nextStep')) return reactions.onlySorry;
  if (heard.isQuestion) return reactions.question;
  return turn.otherwise[0];
}

function filled(says: string, heard: Heard): string {
  return says.replaceAll('{time}', heard.time ?? '');
}
