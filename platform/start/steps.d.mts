/** Tell how far a long step is; shown at most once a second, and in a log every ten. */
export type Progress = (words: string) => void;

export type Steps = {
  /** Do a step, and print one line with its seconds when it is done, or that it failed. */
  step<Result>(words: string, work: (progress: Progress) => Promise<Result> | Result): Promise<Result>;
  /** Print a line of its own. */
  line(words?: string): void;
};

export type Terminal = { write(text: string): unknown; isTTY?: boolean | undefined; columns?: number | undefined };

/** A printer of steps onto a terminal, or onto a log where nothing can be drawn over. */
export function newSteps(terminal?: Terminal, clock?: () => number): Steps;

/** Seconds as people read them: `0.4 s`, `75 s`. */
export function seconds(milliseconds: number): string;
