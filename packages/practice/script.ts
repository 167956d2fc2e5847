/** What a line can do in a conversation; scenarios add their own by name. */
export const acts = [
  'greet',
  'thank',
  'apologise',
  'acknowledge',
  'reflect',
  'ask',
  'verify',
  'explain',
  'nextStep',
  'time',
  'vagueTime',
  'solve',
  'route',
  'refuse',
  'blame',
  'rude',
  'dismiss',
  'close',
] as const;
export type Act = (typeof acts)[number];

/** One way on from a turn: taken when the line does all of `on` (`!x`: and does not do x). */
export interface Branch {
  readonly on: readonly string[];
  /** A turn or an ending. */
  readonly to: string;
  /** The customer's answer; `{time}` is the time that was promised. An ending may speak for itself. */
  readonly says?: string;
}

/** A moment of the conversation at which somebody must write. */
export interface Turn {
  readonly hears: readonly Branch[];
  /** What the customer says when nothing fits: the first time, then the second. */
  readonly otherwise: readonly [string, string];
  /** A line that helps here, in our own words. */
  readonly helps: string;
  /** A short hint at what is missing here. */
  readonly hint: string;
}

export const outcomes = ['solved', 'routed', 'agreed', 'unsolved', 'breach'] as const;
export type Outcome = (typeof outcomes)[number];

/** How it ended, in the customer's last words and in ours. */
export interface Ending {
  readonly how: Outcome;
  readonly says: string;
  readonly because: string;
}

/** What the customer says to things that do not fit a turn. */
export interface Reactions {
  readonly rude: string;
  readonly blame: string;
  readonly dismiss: string;
  readonly onlySorry: string;
  readonly onlyGreeting: string;
  readonly question: string;
  readonly vague: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A described customer situation. */
export interface Scenario {
  readonly id: string;
  readonly version: number;
  readonly lang: string;
  readonly title: string;
  readonly industry: string;
  /** 1 easy, 2 real, 3 tough. */
  readonly difficulty: 1 | 2 | 3;
  readonly minutes: number;
  /** The skills that talking shows here. */
  readonly skills: readonly string[];
  readonly persona: { readonly name: string; readonly about: string };
  /** The mood, in words the customer's writing shows. */
  readonly mood: string;
  readonly wants: string;
  readonly customerKnows: readonly string[];
  readonly systems: readonly Fact[];
  /** Whether the customer must be checked before anything of the account is said. */
  readonly mustVerify: boolean;
  readonly opening: string;
  readonly start: string;
  /** Phrases that mean something only here. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  readonly turns: Readonly<Record<string, Turn>>;
  readonly endings: Readonly<Record<string, Ending>>;
  readonly reactions: Reactions;
}

/** Most lines one may write in one conversation. */
export const lineLimit = 12;
/** Longest line, in characters. */
export const lineLengthLimit = 600;
/** The ending every scenario has: the customer leaves without help. */
export const leavesEnding = 'left';
