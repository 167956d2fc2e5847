import type { Act } from './script.ts';

/** The words of one language: how acts are put, how times are said, what makes a sentence one. */
export interface Language {
  readonly code: string;
  readonly phrases: Readonly<Partial<Record<Act, readonly string[]>>>;
  /** Times one can hold somebody to, found in the plain text. */
  readonly times: readonly RegExp[];
  /** Times that say nothing: soon, shortly. */
  readonly vagueTimes: readonly RegExp[];
  /** Words that turn a phrase around. */
  readonly negations: readonly string[];
  /** Words that carry no matter of their own; a sentence has many of them, a list of keywords few. */
  readonly small: ReadonlySet<string>;
  /** Words that begin a question. */
  readonly questions: readonly string[];
}
